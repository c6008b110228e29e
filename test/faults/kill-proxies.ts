import type { Api } from '../../plugin/ui/proxy/create-api.ts'
import { audit, isGivenUp, PRICE } from './audit.ts'
import type { KillPoint } from './kill-points.ts'
import { killPoints } from './kill-points.ts'
import type { Life } from './live.ts'
import { startLife } from './live.ts'
import type { Desk } from './open-desk.ts'
import { openDesk } from './open-desk.ts'
import { createRandom } from './random.ts'
import { readLostRuns } from './read-lost-runs.ts'
import type { Tally } from './tally.ts'
import { createTally } from './tally.ts'

type Options = {
  /** How often each point is hit, at least. */
  readonly hits: number
  /** Proxies side by side, each with a Replicate, a document and panels of its own. */
  readonly lanes: number
}

/** Points of a start, which passes them once, and those of them that need a run that an earlier life has lost. */
const OF_START: readonly KillPoint[] = ['waking', 'looking', 'adopting']
const OF_RECOVERY: readonly KillPoint[] = ['looking', 'adopting']
/** How often a point is passed before it kills, at the most. */
const SPREAD = 3
/** How often the proxy is down for longer than Replicate keeps what it has lost. */
const AWAY = 0.4

const isQuiet = async ({ designer, panels }: Desk, api: Api): Promise<boolean> => {
  const jobs = panels.map((panel) => [...panel.jobs.values()])
  const isPlaced = jobs.flat().every(({ outputs }) => outputs.every(({ placed }) => placed))
  if (!designer.isDone() || !isPlaced) return false
  // Canceled runs may still be on their way to an end.
  const { budget } = await api.getStatus({})
  const givenUp = jobs[0]!.flatMap(({ runs }) => runs.filter(isGivenUp))
  return Math.abs(budget!.reserved - givenUp.length * PRICE) < PRICE / 2
}

const settle = async (desk: Desk, life: Life): Promise<Api> => {
  const api = await life.booted
  await life.until('everything is quiet', () => isQuiet(desk, api))
  return api
}

/** From here on the panels miss nothing, and it is known what a picture costs. */
const warmUp = async (desk: Desk): Promise<void> => {
  const life = startLife(desk, null)
  await life.until('the panels listen', () => desk.panels.every((panel) => panel.isListening()))
  desk.designer.press(null)
  await settle(desk, life)
  await life.stop()
}

const runLane = async (points: readonly KillPoint[], seed: number, tally: Tally) => {
  const random = createRandom(seed)
  const desk = await openDesk(random)
  await warmUp(desk)
  const kill = async (point: KillPoint): Promise<void> => {
    const times = OF_START.includes(point) ? 1 : 1 + Math.floor(SPREAD * random())
    await startLife(desk, { point, times }).killed()
    tally.hit(point, readLostRuns(desk.data))
  }
  for (const point of points) {
    if (OF_RECOVERY.includes(point)) await kill('asked')
    await kill(point)
    const isLost = point === 'asked' || point === 'answered'
    if (isLost && random() < AWAY) await desk.stayAway()
  }
  const books = await audit(desk, await settle(desk, startLife(desk, null)))
  tally.close(books.jobs)
  return { jobs: books.jobs.length, paid: books.paid.length, forgotten: desk.forgotten.size }
}

/**
 * Kills real proxies at every point again and again while two panels draft with each, audits all of it in the end, and
 * says what became of the kills.
 */
export const killProxies = async ({ hits, lanes }: Options) => {
  const tally = createTally()
  const points = Array.from({ length: hits }, () => killPoints).flat()
  const share = Math.ceil(points.length / lanes)
  const done = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      runLane(points.slice(lane * share, (lane + 1) * share), lane + 1, tally),
    ),
  )
  const sum = (name: 'jobs' | 'paid' | 'forgotten') =>
    done.reduce((all, lane) => all + lane[name], 0)
  const jobs = sum('jobs')
  const head = `${jobs} jobs, ${sum('paid')} paid runs, ${sum('forgotten')} of them deleted at Replicate meanwhile`
  console.log(`${head}\n${tally.table()}`)
  return { jobs, hitsOf: tally.hits }
}
