import { USUAL_CAPS } from '../budget/caps.ts'
import { createBudget } from '../budget/create-budget.ts'
import { openDb } from '../db/open.ts'
import { createDescriptionStore } from '../descriptions/description-store.ts'
import { createUploadStore } from '../housekeeping/upload-store.ts'
import { createPictureStore } from '../jobs/picture-store.ts'
import { createJobStore } from '../jobs/store.ts'
import type { Log } from '../log.ts'
import { createTrainingStore } from '../trainings/training-store.ts'

const ASKED_SINCE =
  'This training had not begun when the backup was made. It may have been started and charged since. Look at replicate.com, then try again if you still want it.'

/**
 * What waited when the backup was made may have been asked for since: pictures, descriptions and trainings count as
 * asked for, so that they are looked for, and never paid twice. A training whose pieces were not sent yet cannot be found
 * by them.
 */
export const holdQueued = (path: string, at: number, now: number, log: Log): void => {
  const db = openDb(path, { now, log })
  try {
    const budget = createBudget(db, USUAL_CAPS)
    const store = createJobStore(db, {
      pictures: createPictureStore(db),
      budget,
      uploads: createUploadStore(db),
      log,
    })
    for (const { id, progress } of store.unfinished())
      for (const { index, state } of progress.runs)
        if (state === 'queued') store.apply(id, { type: 'dispatched', index, at }, now)
    const trainings = createTrainingStore(db, budget, log)
    const error = { code: 'interrupted', message: ASKED_SINCE, charged: 'maybe' } as const
    for (const { id, progress } of trainings.unfinished()) {
      if (progress.state === 'queued') trainings.apply(id, { type: 'failed', error }, now)
      if (progress.state === 'starting') trainings.apply(id, { type: 'dispatched', at }, now)
    }
    const descriptions = createDescriptionStore(db, { budget, log })
    for (const { id, progress } of descriptions.unfinished())
      if (progress.state === 'queued')
        descriptions.write(id, { state: 'starting', dispatchedAt: at })
  } finally {
    db.close()
  }
}
