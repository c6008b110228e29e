import * as v from 'valibot'
import type { Cost } from '../../../../shared/recipe.ts'
import type { Clock } from '../../../clock.ts'
import type { TrainerEvent } from '../../../trainings/trainers.ts'
import { wait } from '../../../wait.ts'
import { backoff } from '../api/backoff.ts'
import type { Api } from '../api/create-api.ts'
import type { Outcome } from '../api/outcome.ts'
import { isSuccess } from '../api/outcome.ts'
import type { ErrorRow } from '../errors/explained.ts'
import { explain, jobError } from '../errors/explained.ts'
import { describeTraining } from './describe-training.ts'
import { findVersion } from './find-version.ts'
import type { TrainingVerdict } from './judge-training.ts'
import { chargedSeconds, judgeTraining } from './judge-training.ts'
import { readTrainingLog } from './read-training-log.ts'
import type { TrainingHandle } from './training-handle.ts'
import { WireTraining } from './wire-training.ts'

type Options = {
  readonly api: Pick<Api, 'getTraining' | 'listVersions'>
  readonly clock: Clock
  readonly random: () => number
}

/** A training may be missing for a moment after it was accepted. */
const MISSING_TRIES = 4
const TROUBLE = 'Replicate does not answer. The training goes on there; asking again.'
const LOCKED_OUT =
  'Replicate does not accept the token any more. Put a valid one into the proxy’s settings and start it again: the training goes on there.'
const GONE =
  'The training ended while the proxy was not running, and Replicate had deleted the address of the weights by then. The version itself is there and can be used; only the copy of the weights is missing.'

const UNKNOWN: Omit<ErrorRow, 'match'> = {
  code: 'not_found',
  happened: 'Replicate does not know this training any more.',
  next: 'Look on replicate.com whether it made a version.',
  charged: 'maybe',
  retryable: true,
}

const EXPIRED: Omit<ErrorRow, 'match'> = {
  code: 'expired',
  happened:
    'The training ended while the proxy was not running, and Replicate has deleted what it said of its result.',
  next: 'Look for the newest version of the model on replicate.com, and type it into the style.',
  charged: 'yes',
  retryable: false,
}

const isStatus = (outcome: Outcome, ...statuses: number[]): boolean =>
  outcome.type === 'answer' && statuses.includes(outcome.status)

const costOf = ({ pace }: TrainingHandle, seconds: number | null): Cost | null =>
  seconds === null ? null : { usd: seconds * pace.usdPerSecond, estimate: true }

/** Follows trainings to their end. One is paid from its first second, so no trouble on the way makes it give up. */
export const createWatchTraining = ({ api, clock, random }: Options) => {
  async function* end(
    training: WireTraining,
    verdict: Exclude<TrainingVerdict, { readonly state: 'going' }>,
    handle: TrainingHandle,
    signal: AbortSignal,
  ): AsyncGenerator<TrainerEvent, void> {
    const { live } = describeTraining(training, handle, clock.now())
    const seconds = chargedSeconds(training)
    const cost = costOf(handle, seconds)
    const log = training.logs ?? ''
    const progress = { ...live.progress, usd: cost?.usd ?? live.progress.usd }
    yield {
      type: 'progress',
      live: { progress, log, losses: [...readTrainingLog(log).losses] },
    }
    if (verdict.state === 'failed') {
      const free = verdict.error.charged === 'no' ? { usd: 0, estimate: false } : cost
      yield { type: 'failed', error: verdict.error, ...(free && { cost: free }) }
      return
    }
    const model = verdict.model ?? (await findVersion(api, handle, training, signal))
    if (signal.aborted) return
    const charged = cost ?? {
      usd: handle.steps * handle.pace.secondsPerStep * handle.pace.usdPerSecond,
      estimate: true,
    }
    if (model === null) {
      yield { type: 'failed', error: jobError(explain(EXPIRED)), cost: charged }
      return
    }
    if (verdict.model === null) yield { type: 'warning', message: GONE }
    yield { type: 'trained', trained: { model, weights: verdict.weights, seconds }, cost: charged }
  }

  return async function* (
    handle: TrainingHandle,
    signal: AbortSignal,
  ): AsyncGenerator<TrainerEvent, void> {
    let failures = 0
    for (;;) {
      const outcome = await api.getTraining(handle.id, signal)
      if (signal.aborted) return
      const answer = isSuccess(outcome) ? v.safeParse(WireTraining, outcome.body) : null
      if (answer?.success !== true) {
        failures += 1
        if (isStatus(outcome, 404) && failures >= MISSING_TRIES) {
          yield { type: 'failed', error: jobError(explain(UNKNOWN)) }
          return
        }
        const note = isStatus(outcome, 401, 403) ? LOCKED_OUT : TROUBLE
        if (failures > 1) yield { type: 'trouble', note }
        await wait(clock, backoff(failures, outcome, clock.now(), random), signal)
        continue
      }
      failures = 0
      const verdict = judgeTraining(answer.output)
      if (verdict.state !== 'going') {
        yield* end(answer.output, verdict, handle, signal)
        return
      }
      const { live, pollMs } = describeTraining(answer.output, handle, clock.now())
      yield { type: 'progress', live }
      await wait(clock, pollMs, signal)
    }
  }
}
