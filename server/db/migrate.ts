import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { foldWords } from '../../shared/fold-words.ts'
import { StartError } from '../start-error.ts'
import { transaction } from './transaction.ts'

const MIGRATIONS = join(import.meta.dirname, 'migrations')
export const UserVersion = v.object({ user_version: v.number() })

/**
 * Brings a database up to date: the files of db/migrations in the order of their numbers, how many recorded in the
 * database's `user_version`; up to `version`, where one is given. All of them or none. They may use `fold_words(text)`.
 * Throws StartError when a newer Maquette wrote it.
 */
export const migrate = (db: DatabaseSync, version = Infinity): void => {
  const files = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  db.function('fold_words', { deterministic: true }, (text) =>
    typeof text === 'string' ? foldWords(text) : null,
  )
  const { user_version: done } = v.parse(UserVersion, db.prepare('PRAGMA user_version').get())
  if (done > files.length)
    throw new StartError('The data folder was written by a newer Maquette. Update this one first.')
  const wanted = Math.min(files.length, version)
  if (done >= wanted) return
  transaction(db, () => {
    for (const name of files.slice(done, wanted))
      db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'))
    db.exec(`PRAGMA user_version = ${wanted}`)
  })
}
