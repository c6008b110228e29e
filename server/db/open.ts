import { DatabaseSync } from 'node:sqlite'
import type { Log } from '../log.ts'
import { StartError } from '../start-error.ts'
import { migrate } from './migrate.ts'
import { replaceDamaged } from './replace-damaged.ts'

type Options = {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly log: Log
}

/**
 * Opens the database at `path` and brings it up to date; a damaged one is replaced by what can still be read of it. What
 * a transaction wrote is on the disk when it returns. Others may read meanwhile, which is how a backup is made; who may
 * write is settled by the lock of the folder.
 */
export const openDb = (path: string, { now, log }: Options): DatabaseSync => {
  let db: DatabaseSync | null = null
  try {
    replaceDamaged(path, now, log)
    db = new DatabaseSync(path, { timeout: 3000 })
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
    `)
    migrate(db)
    return db
  } catch (error) {
    db?.close()
    if (error instanceof StartError) throw error
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new StartError(`The database ${path} cannot be opened: ${reason}.`)
  }
}
