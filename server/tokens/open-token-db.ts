import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.ts'

/**
 * Opens `<data>/tokens.db`, which the proxy and the command line may do at the same time. The tokens have a database of
 * their own so that a copy of the drafts lets nobody in. Throws StartError when it cannot be used.
 */
export const openTokenDb = (data: string): DatabaseSync => {
  const path = join(data, 'tokens.db')
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(path, { timeout: 2000 })
    chmodSync(path, 0o600)
    db.exec(`
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS tokens (
        name TEXT PRIMARY KEY COLLATE NOCASE,
        -- SHA-256 of the token
        hash BLOB NOT NULL,
        -- Milliseconds since 1970
        created_at INTEGER NOT NULL,
        revoked_at INTEGER
      ) STRICT;
    `)
    return db
  } catch (error) {
    db?.close()
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new StartError(
      `The tokens in ${path} cannot be opened: ${reason}. Without that file, everybody but the owner needs a new one.`,
    )
  }
}
