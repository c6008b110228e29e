import * as v from 'valibot'
import type { KillPoint } from '../kill-points.ts'

/** The points before and after a change is committed. */
export type Step = { readonly before?: KillPoint; readonly after?: KillPoint }

const Progress = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    runs: v.array(v.object({ state: v.string(), dispatchedAt: v.optional(v.number()) })),
  }),
)

/** What a job's change of progress means. `bootedAt`: what was asked before was asked by an earlier process. */
export const stepOf = (old: unknown, next: unknown, bootedAt: number): Step => {
  const before = v.parse(Progress, old).runs
  const after = v.parse(Progress, next).runs
  const at = after.findIndex(({ state }, index) => state !== before[index]?.state)
  const dispatchedAt = before[at]?.dispatchedAt ?? Infinity
  switch (after[at]?.state ?? 'none') {
    case 'starting':
      return { after: 'asking' }
    case 'running':
      return { before: dispatchedAt < bootedAt ? 'adopting' : 'answered', after: 'started' }
    case 'succeeded':
      return { before: 'kept', after: 'finished' }
    case 'failed':
      return { before: 'failing' }
    case 'canceled':
      return before.some(({ state }) => state === 'running') ? { after: 'canceled' } : {}
    default:
      return {}
  }
}
