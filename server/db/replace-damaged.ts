import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Log } from '../log.ts'
import { isDamage, isDamaged } from './is-damaged.ts'
import { mendDerived } from './mend-derived.ts'
import { UserVersion, migrate } from './migrate.ts'
import type { Salvaged } from './salvage.ts'
import { salvage } from './salvage.ts'

/** A database, what it wrote ahead, and the index of that. */
const PARTS = ['', '-wal', '-shm']

/** The database as it was before its last migrations: those run on what was saved. */
const versionOf = (damaged: DatabaseSync): number =>
  v.parse(UserVersion, damaged.prepare('PRAGMA user_version').get()).user_version

const salvageInto = (path: string, from: string): Salvaged[] => {
  // What a start that was cut short left of it.
  for (const part of [...PARTS, '-journal']) rmSync(path + part, { force: true })
  const fresh = new DatabaseSync(path)
  const damaged = new DatabaseSync(from, { readOnly: true })
  try {
    migrate(fresh, versionOf(damaged))
    const salvaged = salvage(damaged, fresh)
    migrate(fresh)
    mendDerived(fresh)
    return salvaged
  } catch (error) {
    if (!isDamage(error)) throw error
    migrate(fresh)
    return []
  } finally {
    damaged.close()
    fresh.close()
  }
}

/** From the first name on, a start that is cut short goes on with it: what is salvaged is whole by then. */
const changePlaces = (path: string, salvaged: string, now: number): string => {
  const aside = `${path}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`
  for (const part of PARTS) if (existsSync(path + part)) renameSync(path + part, aside + part)
  renameSync(salvaged, path)
  return basename(aside)
}

/**
 * Puts a new database in the place of a damaged one, with all that can still be read of it. The damaged one is kept
 * beside it; the log says what is lost.
 */
export const replaceDamaged = (path: string, now: number, log: Log): void => {
  const salvaged = `${path}.salvaged`
  if (!existsSync(path) && existsSync(salvaged)) changePlaces(path, salvaged, now)
  if (!isDamaged(path)) return
  const tables = salvageInto(salvaged, path)
  const file = changePlaces(path, salvaged, now)
  log.error(
    { file },
    'The database was damaged: it is set aside, and a new one has all that could still be read',
  )
  if (tables.length === 0) log.error({}, 'Nothing of the damaged database could be read')
  for (const { table, kept, lost } of tables)
    if (lost === null) log.error({ table, kept }, 'Rows of the damaged database may be lost')
    else if (lost > 0) log.error({ table, kept, lost }, 'Rows of the damaged database are lost')
}
