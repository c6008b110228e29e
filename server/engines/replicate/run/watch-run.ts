import * as v from 'valibot'
import type { Cost } from '../../../../shared/recipe.ts'
import type { JobError } from '../../../../shared/errors.ts'
import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { EngineEvent } from '../../engine.ts'
import { backoff } from '../api/backoff.ts'
import type { Api } from '../api/create-api.ts'
import type { Outcome } from '../api/outcome.ts'
import { isSuccess } from '../api/outcome.ts'
import { WirePrediction } from '../api/wire.ts'
import { explain, jobError } from '../errors/explained.ts'
import type { FetchPicture } from '../picture/fetch-picture.ts'
import type { MeasuredTimes } from '../price/measured-times.ts'
import type { Price } from '../price/price-of.ts'
import { costOf } from '../price/price-of.ts'
import { describeProgress } from './describe-progress.ts'
import { UNKNOWN_RUN } from './endings.ts'
import type { ReplicateHandle } from './handle.ts'
import { judgeRun, secondsOf } from './judge-run.ts'
import { nextPoll } from './next-poll.ts'

type Options = {
  readonly api: Api
  readonly fetchPicture: FetchPicture
  readonly measured: MeasuredTimes
  readonly clock: Clock
  readonly random: () => number
}

/** A run may be missing for a moment after it was accepted. */
const MISSING_TRIES = 4
/** One failed question is no news. */
const QUIET_FAILURES = 1

const TROUBLE = 'Replicate does not answer. The picture is safe there for an hour; asking again.'
const LOCKED_OUT =
  'Replicate does not accept the token any more. Put a valid one into the proxy’s settings and start it again within an hour: the picture waits.'

const isLockedOut = (outcome: Outcome): boolean =>
  outcome.type === 'answer' && (outcome.status === 401 || outcome.status === 403)

const isMissing = (outcome: Outcome): boolean => outcome.type === 'answer' && outcome.status === 404

const failedCost = (price: Price, error: JobError, seconds: number | null): { cost?: Cost } => {
  switch (error.charged) {
    case 'no':
      return { cost: { usd: 0, estimate: false } }
    case 'yes':
      return { cost: costOf(price, seconds) }
    case 'maybe':
      return {}
  }
}

export type WatchRun = (
  handle: ReplicateHandle,
  signal: AbortSignal,
) => AsyncGenerator<EngineEvent, void>

/** Follows runs to their end. A run is paid from its first second, so no trouble on the way makes it give up. */
export const createWatchRun = (options: Options): WatchRun => {
  const { api, fetchPicture, measured, clock, random } = options
  let watched = 0

  async function* end(
    prediction: WirePrediction,
    { model, price, format }: ReplicateHandle,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, void> {
    const verdict = judgeRun(prediction)
    const seconds = secondsOf(prediction)
    if (verdict.state === 'going') return
    if (verdict.state === 'failed') {
      const { error } = verdict
      yield { type: 'failed', error, ...failedCost(price, error, seconds) }
      return
    }
    if (seconds !== null) measured.record(model, seconds)
    for (const message of verdict.warnings) yield { type: 'warning', message }
    yield { type: 'progress', fraction: 1, secondsLeft: 0, note: 'Fetching the picture' }
    const cost = costOf(price, seconds)
    const fetched = await fetchPicture(verdict.url, format, signal)
    if (fetched === null) return
    yield fetched.state === 'failed'
      ? { type: 'failed', error: fetched.error, cost }
      : { type: 'finished', bytes: fetched.bytes, cost, ...(seconds !== null && { seconds }) }
  }

  async function* follow(
    handle: ReplicateHandle,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, void> {
    for (const message of handle.warnings) yield { type: 'warning', message }
    let failures = 0
    for (;;) {
      const outcome = await api.getPrediction(handle.id, signal)
      if (signal.aborted) return
      const answer = isSuccess(outcome) ? v.safeParse(WirePrediction, outcome.body) : null
      if (answer?.success !== true) {
        failures += 1
        if (isMissing(outcome) && failures >= MISSING_TRIES) {
          yield { type: 'failed', error: jobError(explain(UNKNOWN_RUN)) }
          return
        }
        const note = isLockedOut(outcome) ? LOCKED_OUT : TROUBLE
        if (failures > QUIET_FAILURES)
          yield { type: 'progress', fraction: null, secondsLeft: null, note }
        await wait(clock, backoff(failures, outcome, clock.now(), random), signal)
        continue
      }
      failures = 0
      if (judgeRun(answer.output).state !== 'going') {
        yield* end(answer.output, handle, signal)
        return
      }
      const { progress, standing } = describeProgress(answer.output, handle.price, clock.now())
      yield { type: 'progress', ...progress }
      await wait(clock, nextPoll(standing, watched), signal)
    }
  }

  return async function* (handle, signal) {
    watched += 1
    try {
      yield* follow(handle, signal)
    } finally {
      watched -= 1
    }
  }
}
