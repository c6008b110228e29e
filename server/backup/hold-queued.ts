import { USUAL_CAPS } from '../budget/caps.ts'
import { createBudget } from '../budget/create-budget.ts'
import { openDb } from '../db/open.ts'
import { createUploadStore } from '../housekeeping/upload-store.ts'
import { createPictureStore } from '../jobs/picture-store.ts'
import { createJobStore } from '../jobs/store.ts'
import type { Log } from '../log.ts'

/**
 * Pictures that waited when the backup was made may have been asked for since: they count as asked for, so that they
 * are looked for, and never paid twice.
 */
export const holdQueued = (path: string, at: number, now: number, log: Log): void => {
  const db = openDb(path, { now, log })
  try {
    const store = createJobStore(db, {
      pictures: createPictureStore(db),
      budget: createBudget(db, USUAL_CAPS),
      uploads: createUploadStore(db),
      log,
    })
    for (const { id, progress } of store.unfinished())
      for (const { index, state } of progress.runs)
        if (state === 'queued') store.apply(id, { type: 'dispatched', index, at }, now)
  } finally {
    db.close()
  }
}
