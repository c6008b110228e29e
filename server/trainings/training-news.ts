import type { ServerEvent } from '../../shared/contract/index.ts'
import type { TrainingId } from '../../shared/ids.ts'
import { isTrainingFinal } from '../../shared/training-progress.ts'
import type { TrainingStore } from './training-store.ts'
import type { ToTrainingView } from './training-view.ts'

/** What there is to say of a training. */
export type TrainingNews = {
  readonly isFinal: boolean
  /** Its event, as JSON. */
  readonly data: string
}

/** Null where nobody knows the training. */
export type ReadTrainingNews = (id: TrainingId) => TrainingNews | null

export const createTrainingNews =
  (store: Pick<TrainingStore, 'find'>, view: ToTrainingView): ReadTrainingNews =>
  (id) => {
    const training = store.find(id)
    if (training === null) return null
    const event: ServerEvent = { type: 'training', training: view(training) }
    return { isFinal: isTrainingFinal(training.progress.state), data: JSON.stringify(event) }
  }
