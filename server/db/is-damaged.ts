import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html); the low byte is the primary code. */
const DAMAGE: readonly number[] = [11, 26]

/** A number that does not fit is none that we wrote (nodejs.org/api/sqlite.html). */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ERR_OUT_OF_RANGE') ||
    ('errcode' in error &&
      typeof error.errcode === 'number' &&
      DAMAGE.includes(error.errcode & 0xff)))

const Verdict = v.tuple([v.object({ quick_check: v.string() })])

/** Reads every page of the database at `path`: a quarter of a second for 400 MB. No file at all is no damage. */
export const isDamaged = (path: string): boolean => {
  if (!existsSync(path)) return false
  // What a power cut leaves of a file whose length was never written; SQLite would take it for a new one.
  if (statSync(path).size === 0) return true
  const db = new DatabaseSync(path, { readOnly: true, timeout: 3000 })
  try {
    const [verdict] = v.parse(Verdict, db.prepare('PRAGMA quick_check(1)').all())
    return verdict.quick_check !== 'ok'
  } catch (error) {
    if (isDamage(error)) return true
    throw error
  } finally {
    db.close()
  }
}
