import type { TrainingId } from '../../shared/ids.ts'
import { isTrainingFinal } from '../../shared/training-progress.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import type { Train } from './train.ts'
import type { TrainingRecord } from './training-record.ts'
import type { TrainingStore } from './training-store.ts'

export type TrainingRunner = {
  /** Begins, or goes on from where it stands. */
  run: (id: TrainingId) => void
  /** Ends a training now; what it made all the same is kept. One that has ended stays as it is. */
  cancel: (id: TrainingId) => TrainingRecord
  /** Takes up what an earlier proxy left. */
  resume: () => void
  /** Resolves when nothing works any more; what runs at the trainer goes on there. */
  stop: () => Promise<void>
}

type Options = {
  readonly store: Pick<TrainingStore, 'get' | 'unfinished'>
  readonly cancel: (id: TrainingId) => TrainingRecord
  readonly train: Train
  readonly log: Log
}

export const createTrainingRunner = ({ store, cancel, train, log }: Options): TrainingRunner => {
  const closing = new AbortController()
  const running = new Map<
    TrainingId,
    { readonly halt: AbortController; readonly done: Promise<void> }
  >()

  const work = async (id: TrainingId, halt: AbortSignal): Promise<void> => {
    try {
      await train(id, { halt, closing: closing.signal })
    } catch (error) {
      log.error({ training: id, error: describeError(error) }, 'A training broke')
    } finally {
      running.delete(id)
    }
  }
  const run = (id: TrainingId): void => {
    if (closing.signal.aborted || running.has(id)) return
    const halt = new AbortController()
    // Not before it is in the map: what ends at once takes itself out again.
    const done = Promise.resolve().then(() => work(id, halt.signal))
    running.set(id, { halt, done })
  }

  return {
    run,
    cancel: (id) => {
      if (isTrainingFinal(store.get(id).progress.state)) return store.get(id)
      const canceled = cancel(id)
      running.get(id)?.halt.abort()
      return canceled
    },
    resume: () => {
      for (const { id } of store.unfinished()) run(id)
    },
    stop: async () => {
      closing.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
