import * as v from 'valibot'
import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { Api } from '../api/create-api.ts'
import { isSuccess, isTransient } from '../api/outcome.ts'
import { WirePage, WirePrediction } from '../api/wire.ts'
import type { Sought } from './is-same-run.ts'
import { isSameRun } from './is-same-run.ts'

export type Lost = Sought & {
  /** Milliseconds since 1970, by our clock. */
  readonly dispatchedAt: number
}

/** How long the list of runs is asked once it answers: it lags behind. */
const PATIENCE_MS = 60_000
/** Replicate keeps a run's input for so long (docs: data retention): without it, nobody knows whose run it was. */
const KEPT_MS = 3_600_000
const PAUSE_MS = 4000
/** How far Replicate's clock may be from ours. */
const SKEW_MS = 60_000
/** 100 runs each. */
const PAGES = 20

type Deps = { readonly api: Api; readonly clock: Clock }

const search = async (
  lost: Lost,
  { api }: Deps,
  signal: AbortSignal,
): Promise<WirePrediction | 'unanswered' | null> => {
  let from: Parameters<Api['listPredictions']>[0] | null = {
    after: new Date(lost.dispatchedAt - SKEW_MS).toISOString(),
  }
  for (let page = 0; page < PAGES && from !== null && !signal.aborted; page += 1) {
    const outcome = await api.listPredictions(from, signal)
    if (isTransient(outcome)) return 'unanswered'
    const parsed = isSuccess(outcome) ? v.safeParse(WirePage, outcome.body) : null
    if (parsed?.success !== true) return null
    for (const result of parsed.output.results) {
      const run = v.safeParse(WirePrediction, result)
      if (run.success && isSameRun(run.output, lost)) return run.output
    }
    from = parsed.output.next ? { next: parsed.output.next } : null
  }
  return null
}

/**
 * Looks for a run whose acceptance was never heard of: asked for by us, and nobody else's. Null when it does not turn up
 * within a minute of looking, when its input is deleted already, or when the signal aborts. While Replicate is down there
 * is nowhere to look.
 */
export const recoverRun = async (
  lost: Lost,
  deps: Deps,
  signal: AbortSignal,
): Promise<WirePrediction | null> => {
  const { clock } = deps
  let hasLooked = false
  let until = Math.max(clock.now() + PATIENCE_MS, lost.dispatchedAt + KEPT_MS)
  for (;;) {
    const found = await search(lost, deps, signal)
    if (found !== 'unanswered') {
      if (!hasLooked) until = clock.now() + PATIENCE_MS
      hasLooked = true
      if (found !== null) return found
    }
    if (signal.aborted || clock.now() >= until) return null
    await wait(clock, PAUSE_MS, signal)
  }
}
