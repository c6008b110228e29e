import type { JobError } from '../../../../shared/errors.ts'
import type { WirePrediction } from '../api/wire.ts'
import { explain, jobError } from '../errors/explained.ts'
import { explainRunError } from '../errors/explain-run-error.ts'
import { blockedPictures } from './blocked-pictures.ts'
import { normalizeOutput } from './normalize-output.ts'
import { ABORTED, CANCELED, EMPTY, EXPIRED } from './endings.ts'

/** How a run stands. */
export type Verdict =
  | { readonly state: 'going' }
  | { readonly state: 'failed'; readonly error: JobError }
  | { readonly state: 'done'; readonly url: string; readonly warnings: readonly string[] }

/** The time that Replicate charges for; null where the run does not say. */
export const secondsOf = ({ metrics }: WirePrediction): number | null =>
  metrics?.predict_time ?? null

const succeeded = (prediction: WirePrediction): Verdict => {
  if (prediction.data_removed) return { state: 'failed', error: jobError(explain(EXPIRED)) }
  const [url, ...more] = normalizeOutput(prediction.output)
  const blocked = blockedPictures(prediction.logs ?? '')
  if (url === undefined) {
    const error =
      blocked > 0 ? explainRunError('NSFW content', secondsOf(prediction)) : explain(EMPTY)
    return { state: 'failed', error: jobError(error) }
  }
  const made = more.length + 1
  const warnings = [
    ...(blocked > 0
      ? [`The model’s safety filter took out ${blocked} of ${blocked + made} pictures.`]
      : []),
    ...(made > 1 ? [`The model made ${made} pictures in one run; the first one is kept.`] : []),
  ]
  return { state: 'done', url, warnings }
}

/** What a prediction says about its own end. A status that is new to us is an end once it has a time of completion. */
export const judgeRun = (prediction: WirePrediction): Verdict => {
  const seconds = secondsOf(prediction)
  const charged = seconds === null ? 'maybe' : seconds > 0 ? 'yes' : 'no'
  switch (prediction.status) {
    case 'starting':
    case 'processing':
      return { state: 'going' }
    case 'succeeded':
      return succeeded(prediction)
    case 'failed':
      return { state: 'failed', error: jobError(explainRunError(prediction.error, seconds)) }
    case 'canceled':
      return { state: 'failed', error: jobError(explain(CANCELED, charged)) }
    case 'aborted':
      return { state: 'failed', error: jobError(explain(ABORTED)) }
    default:
      return prediction.completed_at
        ? { state: 'failed', error: jobError(explain(EMPTY, charged)) }
        : { state: 'going' }
  }
}
