import type { DatabaseSync } from 'node:sqlite'
import type { Budget } from '../budget/create-budget.ts'
import type { Clock } from '../clock.ts'
import type { Engines } from '../engines/registry.ts'
import type { Room } from '../files/create-room.ts'
import type { FileStore } from '../files/file-store.ts'
import type { UploadStore } from '../housekeeping/upload-store.ts'
import type { Log } from '../log.ts'
import type { Styles } from '../styles/service.ts'
import { createApplyEvent } from './apply-event.ts'
import { createJobNews } from './create-job-news.ts'
import { createDrawPicture } from './draw-picture.ts'
import type { Hub } from './hub.ts'
import { createLiveProgress } from './live-progress.ts'
import { createPictureStore } from './picture-store.ts'
import { createRunner } from './runner.ts'
import { createJobs } from './service.ts'
import { createStartPicture } from './start-picture.ts'
import { createJobStore } from './store.ts'
import { createTurns } from './turns.ts'
import { createJobView } from './view.ts'

type Options = {
  readonly db: DatabaseSync
  readonly budget: Budget
  readonly uploads: UploadStore
  readonly engines: Engines
  readonly styles: Styles
  readonly files: FileStore
  readonly room: Room
  readonly hub: Hub
  /** A whole number below 2^32. */
  readonly randomSeed: () => number
  readonly clock: Clock
  readonly log: Log
  /** Aborts when the proxy stops. */
  readonly closing: AbortSignal
}

/** All that draws, wired. */
export const setUpJobs = (options: Options) => {
  const { db, engines, hub, clock, log } = options
  const pictures = createPictureStore(db)
  const store = createJobStore(db, { ...options, pictures })
  const live = createLiveProgress(hub)
  const apply = createApplyEvent(store, hub, clock)
  const start = createStartPicture({ store, engines, turns: createTurns(), clock, log })
  const draw = createDrawPicture({ ...options, store, apply, start, live })
  const runner = createRunner({ ...options, store, apply, draw })
  const view = createJobView({ store, pictures, live, engines })
  return {
    store,
    runner,
    newsOf: createJobNews({ store, view, hub }),
    jobs: createJobs({ ...options, store, pictures, runner, view }),
  }
}
