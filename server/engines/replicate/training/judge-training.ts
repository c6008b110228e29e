import type { JobError } from '../../../../shared/errors.ts'
import type { ErrorRow } from '../errors/explained.ts'
import { explain, jobError } from '../errors/explained.ts'
import { explainRunError } from '../errors/explain-run-error.ts'
import { TRAINING_ERROR_ROWS } from '../errors/training-error-rows.ts'
import type { WireTraining } from './wire-training.ts'

/** How a training stands. `model` is null where Replicate has deleted what it said of its result. */
export type TrainingVerdict =
  | { readonly state: 'going' }
  | { readonly state: 'failed'; readonly error: JobError }
  | { readonly state: 'trained'; readonly model: string | null; readonly weights: string | null }

type Ending = Omit<ErrorRow, 'match'>

const CANCELED: Ending = {
  code: 'canceled',
  happened: 'The training was stopped.',
  next: 'Train again if you still want it.',
  charged: 'maybe',
  retryable: true,
}

const ABORTED: Ending = {
  code: 'engine_failed',
  happened: 'Replicate gave the training up before it began.',
  next: 'Train again.',
  charged: 'no',
  retryable: true,
}

const ODD: Ending = {
  code: 'bad_answer',
  happened: 'The training ended in a way that Maquette does not know.',
  next: 'Look at it on replicate.com.',
  charged: 'maybe',
  retryable: true,
}

const MODEL = /^[\w.-]+\/[\w.-]+:[0-9a-f]{64}$/i

/** The time that Replicate charges for; null where the training does not say. */
export const chargedSeconds = ({ metrics }: WireTraining): number | null =>
  metrics?.predict_time ?? null

/** What a training says about its own end. A status that is new to us is an end once it has a time of completion. */
export const judgeTraining = (training: WireTraining): TrainingVerdict => {
  const seconds = chargedSeconds(training)
  const charged = seconds === null ? 'maybe' : seconds > 0 ? 'yes' : 'no'
  const failed = (error: Parameters<typeof jobError>[0]): TrainingVerdict => ({
    state: 'failed',
    error: jobError(error),
  })
  switch (training.status) {
    case 'starting':
    case 'processing':
      return { state: 'going' }
    case 'succeeded': {
      const { version, weights = null } = training.output ?? {}
      return {
        state: 'trained',
        model: MODEL.test(version ?? '') ? (version ?? null) : null,
        weights,
      }
    }
    case 'failed':
      return failed(explainRunError(training.error, seconds, TRAINING_ERROR_ROWS))
    case 'canceled':
      return failed(explain(CANCELED, charged))
    case 'aborted':
      return failed(explain(ABORTED))
    default:
      return training.completed_at ? failed(explain(ODD, charged)) : { state: 'going' }
  }
}
