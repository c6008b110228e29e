import type { DatabaseSync } from 'node:sqlite'
import { toStorageError } from './storage-error.ts'

/** Runs `work` in one transaction: all of it is kept, or nothing. Throws `storage_full` when the disk is. */
export const transaction = <T>(db: DatabaseSync, work: () => T): T => {
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw toStorageError(error)
  }
}
