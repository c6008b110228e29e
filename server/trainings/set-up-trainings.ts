import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { TrainingId } from '../../shared/ids.ts'
import type { TrainingEvent } from '../../shared/training-progress.ts'
import type { Budget } from '../budget/create-budget.ts'
import type { Clock } from '../clock.ts'
import type { Checks } from '../datasets/checks/create-checks.ts'
import type { Freezer } from '../datasets/freezer.ts'
import type { Room } from '../files/create-room.ts'
import type { Hub } from '../jobs/hub.ts'
import type { Log } from '../log.ts'
import type { Styles } from '../styles/service.ts'
import type { WeightsStore } from '../weights/weights-store.ts'
import { createLiveTrainings } from './live-trainings.ts'
import { createTrain } from './train.ts'
import type { Trainers } from './trainers.ts'
import { createTrainingNews } from './training-news.ts'
import { createTrainingRunner } from './training-runner.ts'
import { createTrainings } from './training-service.ts'
import { createTrainingStore } from './training-store.ts'
import { createTrainingView } from './training-view.ts'
import { createWriteArchive } from './write-archive.ts'

type Options = {
  readonly db: DatabaseSync
  /** The data folder. */
  readonly data: string
  readonly budget: Budget
  readonly trainers: Trainers | null
  readonly freezer: Freezer
  readonly checks: Checks
  readonly styles: Styles
  readonly weights: WeightsStore
  readonly room: Room
  readonly hub: Hub
  readonly clock: Clock
  readonly log: Log
  readonly closing: AbortSignal
}

/** All that trains, wired. */
export const setUpTrainings = (options: Options) => {
  const { db, data, budget, freezer, styles, hub, clock, log } = options
  const store = createTrainingStore(db, budget, log)
  const live = createLiveTrainings(hub)
  const view = createTrainingView({ live, styles })
  const apply = (training: TrainingId, event: TrainingEvent) => {
    const record = store.apply(training, event, clock.now())
    hub.publish({ type: 'training-changed', training })
    return record
  }
  const writeArchive = createWriteArchive(join(data, 'archives'), freezer)
  const train = createTrain({ ...options, store, apply, writeArchive, live })
  const runner = createTrainingRunner({
    store,
    cancel: (id) => apply(id, { type: 'canceled' }),
    train,
    log,
  })
  return {
    store,
    runner,
    newsOf: createTrainingNews(store, view),
    trainings: createTrainings({ ...options, store, runner, view, live }),
  }
}
