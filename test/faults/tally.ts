import type { JobView } from '../../shared/contract/index.ts'
import { placeOf } from './canvas.ts'
import type { KillPoint } from './kill-points.ts'
import { KILL_POINTS, killPoints } from './kill-points.ts'

/** How often each point was hit, and what became of the runs whose answer was lost by it. */
export const createTally = () => {
  const hits = new Map<KillPoint, number>()
  const lostBy = new Map<string, KillPoint>()
  const ends: { readonly point: KillPoint; readonly state: string }[] = []

  return {
    /** `lost`: the places of all runs that are lost now. */
    hit: (point: KillPoint, lost: readonly string[]): void => {
      hits.set(point, (hits.get(point) ?? 0) + 1)
      for (const place of lost) if (!lostBy.has(place)) lostBy.set(place, point)
    },
    close: (jobs: readonly JobView[]): void => {
      for (const job of jobs)
        for (const run of job.runs) {
          const point = lostBy.get(placeOf(job, run))
          if (point) ends.push({ point, state: run.state })
        }
    },
    hits: (point: KillPoint): number => hits.get(point) ?? 0,
    table: (): string => {
      const count = (point: KillPoint, state: string) =>
        ends.filter((end) => end.point === point && end.state === state).length
      const rows = killPoints.map((point) => [
        point.padEnd(12),
        String(hits.get(point) ?? 0).padStart(4),
        String(count(point, 'succeeded')).padStart(8),
        String(count(point, 'failed')).padStart(9),
        `  ${KILL_POINTS[point]}`,
      ])
      return [['point       ', 'hits', ' adopted', ' given up'], ...rows]
        .map((row) => row.join(' '))
        .join('\n')
    },
  }
}
export type Tally = ReturnType<typeof createTally>
