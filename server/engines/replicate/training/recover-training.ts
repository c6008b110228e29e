import * as v from 'valibot'
import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { LostTraining } from '../../../trainings/trainers.ts'
import type { Api } from '../api/create-api.ts'
import { isSuccess, isTransient } from '../api/outcome.ts'
import { WirePage } from '../api/wire.ts'
import { WireTraining } from './wire-training.ts'

/** How long the list is asked once it answers: it may lag behind. */
const PATIENCE_MS = 60_000
/** How long Replicate is waited for: so long it keeps a training's input at the least. */
const KEPT_MS = 3_600_000
const PAUSE_MS = 4000
/** How far Replicate's clock may be from ours. */
const SKEW_MS = 60_000
/** 100 trainings each. */
const PAGES = 10

/**
 * The ZIP was sent for this training alone, so its address tells it from all others; where the result is known, it went
 * into our model.
 */
const isOurs = ({ input, output }: WireTraining, lost: LostTraining): boolean => {
  const sent = input?.[lost.plan.archiveInput]
  const isSameArchive =
    sent === lost.archive.url || (typeof sent === 'string' && sent.includes(lost.archive.file))
  const version = output?.version
  return isSameArchive && (version === undefined || version.startsWith(`${lost.destination}:`))
}

type Deps = { readonly api: Pick<Api, 'listTrainings'>; readonly clock: Clock }

const search = async (
  lost: LostTraining,
  { api }: Deps,
  signal: AbortSignal,
): Promise<WireTraining | 'unanswered' | null> => {
  let next: string | null = null
  for (let page = 0; page < PAGES && !signal.aborted; page += 1) {
    const outcome = await api.listTrainings(next, signal)
    if (isTransient(outcome)) return 'unanswered'
    const parsed = isSuccess(outcome) ? v.safeParse(WirePage, outcome.body) : null
    if (parsed?.success !== true) return null
    const trainings = parsed.output.results.flatMap((result) => {
      const training = v.safeParse(WireTraining, result)
      return training.success ? [training.output] : []
    })
    const found = trainings.find((training) => isOurs(training, lost))
    if (found !== undefined) return found
    const isOver = trainings.some(
      ({ created_at }) => Date.parse(created_at) < lost.dispatchedAt - SKEW_MS,
    )
    if (isOver || !parsed.output.next) return null
    next = parsed.output.next
  }
  return null
}

/**
 * Looks for a training whose acceptance was never heard of. Null when it does not turn up within a minute of looking, or
 * when the signal aborts. Never starts anything.
 */
export const recoverTraining = async (
  lost: LostTraining,
  deps: Deps,
  signal: AbortSignal,
): Promise<WireTraining | null> => {
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
