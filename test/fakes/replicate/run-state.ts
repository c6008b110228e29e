import type { Run } from './run.ts'

export type RunState =
  | { readonly status: 'starting' }
  | { readonly status: 'processing'; readonly startedAt: number; readonly fraction: number }
  | {
      readonly status: 'succeeded' | 'failed' | 'canceled' | 'aborted'
      /** Null where it never started. */
      readonly startedAt: number | null
      readonly endedAt: number
      /** How much of it was drawn when it ended. */
      readonly fraction: number
      readonly error: string | null
    }

/**
 * How a run stands at a time. A run needs no timers: its plan, its deadline and its cancellation say all of it. A
 * deadline that passes before the start aborts, one that passes later cancels.
 */
export const runState = (run: Run, now: number): RunState => {
  const { plan, createdAt } = run
  const starts = createdAt + plan.startMs
  const ends = plan.ending.status === 'aborted' ? starts : starts + plan.runMs
  const stopped = Math.min(run.canceledAt ?? Infinity, run.deadline ?? Infinity)
  const until = Math.min(now, stopped)
  if (until >= ends) {
    const { ending } = plan
    const error = ending.status === 'failed' ? ending.error : null
    const startedAt = ending.status === 'aborted' ? null : starts
    return { status: ending.status, startedAt, endedAt: ends, fraction: 1, error }
  }
  const fraction = Math.max(0, (until - starts) / plan.runMs)
  if (now < stopped)
    return now < starts
      ? { status: 'starting' }
      : { status: 'processing', startedAt: starts, fraction }
  const aborted = stopped < starts && run.canceledAt !== stopped
  return {
    status: aborted ? 'aborted' : 'canceled',
    // A run that is canceled in the queue comes back as started and ended at once.
    startedAt: aborted ? null : Math.min(starts, stopped),
    endedAt: stopped,
    fraction,
    error: null,
  }
}
