import * as v from 'valibot'
import type { JobError } from '../../../../shared/errors.ts'
import type { Clock } from '../../../clock.ts'
import type { Described } from '../../../descriptions/describer.ts'
import { wait } from '../../../wait.ts'
import { backoff } from '../api/backoff.ts'
import type { Api } from '../api/create-api.ts'
import { isSuccess } from '../api/outcome.ts'
import { WirePrediction } from '../api/wire.ts'
import { explainRunError } from '../errors/explain-run-error.ts'
import type { ErrorRow } from '../errors/explained.ts'
import { explain, jobError } from '../errors/explained.ts'
import type { MeasuredTimes } from '../price/measured-times.ts'
import { costOf } from '../price/price-of.ts'
import { secondsOf } from '../run/judge-run.ts'
import type { DescribeHandle } from './describe-handle.ts'
import { readWords } from './read-words.ts'

type Options = {
  readonly api: Pick<Api, 'getPrediction'>
  readonly measured: MeasuredTimes
  readonly clock: Clock
  readonly random: () => number
}

type Ending = Omit<ErrorRow, 'match'>

const row = (happened: string, charged: JobError['charged']): Ending => ({
  code: 'bad_answer',
  happened,
  next: 'Try again, or write the words yourself.',
  charged,
  retryable: true,
})
const EMPTY = row('The model finished without a word.', 'yes')
const EXPIRED: Ending = {
  ...row(
    'The picture was described, but Replicate deleted the words before the proxy could read them.',
    'yes',
  ),
  code: 'expired',
}
const STOPPED: Ending = { ...row('The description was stopped.', 'maybe'), code: 'canceled' }
const ABORTED: Ending = {
  ...row('Replicate gave the description up before it began.', 'no'),
  code: 'engine_failed',
}
const UNKNOWN: Ending = {
  ...row('Replicate does not know this description any more.', 'maybe'),
  code: 'not_found',
}

/** It may be missing for a moment after it was accepted. */
const MISSING_TRIES = 4
/** How often it is asked for: at first, and while a machine boots. Milliseconds. */
const SOON = 500
const CALM = 2000
const SOON_FOR = 10_000

/** Follows a description to its end. It is paid from its first second, so no trouble on the way makes it give up. */
export const createWatchDescription = ({ api, measured, clock, random }: Options) => {
  const end = (run: WirePrediction, handle: DescribeHandle): Described | null => {
    const seconds = secondsOf(run)
    const failed = (error: JobError): Described => ({
      type: 'failed',
      error,
      cost: error.charged === 'no' ? { usd: 0, estimate: false } : costOf(handle.price, seconds),
    })
    switch (run.status) {
      case 'starting':
      case 'processing':
        return null
      case 'succeeded': {
        if (seconds !== null) measured.record(handle.model, seconds)
        if (run.data_removed) return failed(jobError(explain(EXPIRED)))
        const words = readWords(run.output)
        return words === null
          ? failed(jobError(explain(EMPTY)))
          : { type: 'described', words, cost: costOf(handle.price, seconds) }
      }
      case 'failed':
        return failed(jobError(explainRunError(run.error, seconds)))
      case 'canceled':
        return failed(jobError(explain(STOPPED)))
      case 'aborted':
        return failed(jobError(explain(ABORTED)))
      default:
        return run.completed_at ? failed(jobError(explain(EMPTY, 'maybe'))) : null
    }
  }

  return async (handle: DescribeHandle, signal: AbortSignal): Promise<Described | null> => {
    const calmAt = clock.now() + SOON_FOR
    let failures = 0
    for (;;) {
      const outcome = await api.getPrediction(handle.id, signal)
      if (signal.aborted) return null
      const answer = isSuccess(outcome) ? v.safeParse(WirePrediction, outcome.body) : null
      if (answer?.success === true) {
        failures = 0
        const described = end(answer.output, handle)
        if (described !== null) return described
        await wait(clock, clock.now() < calmAt ? SOON : CALM, signal)
        continue
      }
      failures += 1
      const isMissing = outcome.type === 'answer' && outcome.status === 404
      if (isMissing && failures >= MISSING_TRIES) {
        const error = jobError(explain(UNKNOWN))
        return { type: 'failed', error, cost: costOf(handle.price, null) }
      }
      await wait(clock, backoff(failures, outcome, clock.now(), random), signal)
    }
  }
}
