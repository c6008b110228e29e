import * as v from 'valibot'
import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { EngineEvent } from '../../engine.ts'
import { backoff } from '../api/backoff.ts'
import type { Api } from '../api/create-api.ts'
import type { Outcome } from '../api/outcome.ts'
import { isSuccess } from '../api/outcome.ts'
import { WirePrediction } from '../api/wire.ts'
import { explain, jobError } from '../errors/explained.ts'
import { describeProgress } from './describe-progress.ts'
import type { EndRun } from './end-run.ts'
import { UNKNOWN_RUN } from './endings.ts'
import type { ReplicateHandle } from './handle.ts'
import { judgeRun } from './judge-run.ts'
import { nextPoll } from './next-poll.ts'

type Options = {
  readonly api: Api
  readonly end: EndRun
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

export type WatchRun = (
  handle: ReplicateHandle,
  signal: AbortSignal,
) => AsyncGenerator<EngineEvent, void>

/** Follows runs to their end. A run is paid from its first second, so no trouble on the way makes it give up. */
export const createWatchRun = (options: Options): WatchRun => {
  const { api, end, clock, random } = options
  let watched = 0

  async function* follow(
    handle: ReplicateHandle,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, void> {
    for (const message of handle.warnings) yield { type: 'warning', message }
    let failures = 0
    let reached = 0
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
      const verdict = judgeRun(answer.output)
      if (verdict.state !== 'going') {
        yield* end(answer.output, verdict, handle, signal)
        return
      }
      const { progress, standing } = describeProgress(answer.output, handle.price, clock.now())
      // A second bar, such as a refiner's, starts again at nothing.
      if (progress.fraction !== null) reached = Math.max(reached, progress.fraction)
      yield { type: 'progress', ...progress, fraction: progress.fraction === null ? null : reached }
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
