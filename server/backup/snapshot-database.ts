import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.ts'

/** Copies a database as it is at one moment, also while a proxy writes to it. Throws StartError. */
export const snapshotDatabase = (from: string, to: string): void => {
  if (!existsSync(from))
    throw new StartError(`There is no database ${from}: nothing was backed up.`)
  const db = new DatabaseSync(from, { readOnly: true, timeout: 3000 })
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } catch (error) {
    rmSync(to, { force: true })
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new StartError(
      `The database cannot be copied: ${reason}. Start Maquette once: it mends it.`,
    )
  } finally {
    db.close()
  }
}
