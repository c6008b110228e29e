import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.ts'
import { migrate } from './migrate.ts'

const SQLITE_BUSY = 5

/**
 * Opens the database at `path` and brings it up to date. What a transaction wrote is on the disk when it returns. The
 * file is held exclusively: two proxies on one data folder would both draw, and pay for, the same jobs.
 */
export const openDb = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path)
  try {
    db.exec(`
      PRAGMA busy_timeout = 3000;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
    `)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)
      throw new StartError(
        'Another Maquette is using this data folder. Stop it, or set MAQUETTE_DATA.',
      )
    if (error instanceof StartError) throw error
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new StartError(`The database ${path} cannot be opened: ${reason}.`)
  }
}
