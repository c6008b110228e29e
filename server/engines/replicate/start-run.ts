import * as v from 'valibot'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../log.ts'
import type { PictureRequest } from '../engine.ts'
import type { Api } from './api/create-api.ts'
import type { Outcome } from './api/outcome.ts'
import { isSuccess } from './api/outcome.ts'
import { WirePrediction } from './api/wire.ts'
import { refusalError } from './errors/explain-refusal.ts'
import type { Models } from './model/create-models.ts'
import type { PreparedRun, PrepareRun } from './prepare-run.ts'

export type StartRun = (
  picture: PictureRequest,
  signal: AbortSignal,
  say?: (note: string) => void,
) => Promise<PreparedRun & { readonly prediction: WirePrediction }>

type Options = {
  readonly api: Api
  readonly models: Models
  readonly prepare: PrepareRun
  readonly log: Log
}

const LOST =
  'Replicate did not answer, so the picture may have been started, and may have been charged. Look at replicate.com before you try again.'
const CANCELED = 'Canceled before it began. Nothing was charged.'

/** The request may have been accepted, and nobody said so. */
const isLost = (outcome: Outcome): boolean =>
  outcome.type === 'silence'
    ? outcome.sent
    : outcome.status >= 500 || outcome.status === 408 || isSuccess(outcome)

const errorOf = (outcome: Outcome, signal: AbortSignal): AppError => {
  if (isLost(outcome)) return new AppError('timeout', LOST)
  return signal.aborted ? new AppError('canceled', CANCELED) : refusalError(outcome)
}

/** Starts a run. When the newest version is gone, which accepts nothing, the one that is newest now is asked. */
export const createStartRun = ({ api, models, prepare, log }: Options): StartRun => {
  const attempt = async (
    isFirst: boolean,
    ...[picture, signal, say]: Parameters<StartRun>
  ): ReturnType<StartRun> => {
    const prepared = await prepare(picture, signal)
    const { model, input, reference } = prepared
    const outcome = await api.createPrediction({ target: model.target, input }, signal, say)
    const answer = isSuccess(outcome) ? v.safeParse(WirePrediction, outcome.body) : null
    if (answer?.success === true) return { ...prepared, prediction: answer.output }
    const error = errorOf(outcome, signal)
    log.warn({ engine: 'replicate', code: error.code }, 'A run did not start')
    if (error.code !== 'version_gone') throw error
    models.forget(reference)
    if (isFirst && reference.version === null) return attempt(false, picture, signal, say)
    throw error
  }
  return (picture, signal, say) => attempt(true, picture, signal, say)
}
