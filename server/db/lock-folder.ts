import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'

const SQLITE_BUSY = 5

/**
 * Keeps every other proxy out of a data folder: two on one would both draw, and pay for, the same jobs. A lock of the
 * system, through SQLite, which knows how on each of them; it ends with the process, however that ends. Returns the way
 * to let go of it. Throws StartError when another one has it.
 */
export const lockFolder = (data: string): (() => void) => {
  const lock = new DatabaseSync(join(data, 'lock'), { timeout: 3000 })
  try {
    // Never committed: the lock lasts as long as the transaction, and nothing is ever written.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)
      throw new StartError(
        'Another Maquette is using this data folder. Stop it, or set MAQUETTE_DATA.',
      )
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new StartError(`The data folder ${data} cannot be locked: ${reason}.`)
  }
}
