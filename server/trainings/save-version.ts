import { AppError } from '../../shared/errors.ts'
import type { KeptWeights, Trained } from '../../shared/training-progress.ts'
import type { Styles } from '../styles/service.ts'
import type { WeightsStore } from '../weights/weights-store.ts'
import type { Trainers } from './trainers.ts'
import type { TrainingRecord } from './training-record.ts'
import type { TrainingWork } from './training-work.ts'

const NO_WEIGHTS = 'Only the copy of the weights is missing: the version itself can be used.'
const STYLE_GONE = 'The style was deleted meanwhile, so the version belongs to none.'

type Options = {
  readonly trainers: Trainers
  readonly styles: Pick<Styles, 'find' | 'addVersion'>
  readonly weights: Pick<WeightsStore, 'keep'>
}

/** False where the style is gone. */
const addVersion = (
  { id, plan: { style, dataset } }: TrainingRecord,
  { model }: Trained,
  styles: Options['styles'],
): boolean => {
  if (styles.find(style.id) === null) return false
  const origin = {
    type: 'training',
    training: id,
    dataset: dataset.id,
    datasetVersion: dataset.version,
  } as const
  try {
    styles.addVersion(style.id, { model, note: '', origin })
  } catch (error) {
    // Before a restart, it was added already.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
  }
  return true
}

/** Makes what a training made a version of its style, and keeps its weights. The version first: it is what was paid for. */
export const saveVersion = async (
  { current, write, patiently, closing }: TrainingWork,
  { trainers, styles, weights }: Options,
): Promise<void> => {
  const training = current()
  const { progress } = training
  if (progress.state !== 'saving') return
  const { trained } = progress

  const keep = async (): Promise<KeptWeights | null> => {
    const { weights: url } = trained
    if (url === null) return null
    try {
      return await patiently(() => trainers.fetchWeights(url, weights.keep, closing))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      await write({ type: 'warned', message: `${error.message} ${NO_WEIGHTS}` })
      return null
    }
  }

  if (!(await patiently(() => addVersion(training, trained, styles))))
    await write({ type: 'warned', message: STYLE_GONE })
  const kept = await keep()
  if (!closing.aborted) await write({ type: 'kept', weights: kept })
}
