import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { isDamage } from './is-damaged.ts'

type Row = Record<string, unknown>

/** Rows that nobody finds one after another before the rest of a table is given up: more than one page ever leads to. */
const PATIENCE = 10_000
const Numbered = v.looseObject({ 'row number': v.number() })

/** Row by row in the order of their numbers; where a page is broken, on with the next number that can be found. */
export function* numberedRows(db: DatabaseSync, table: string): Generator<Row> {
  const next = db.prepare(`SELECT rowid AS "row number", * FROM "${table}" NOT INDEXED
    WHERE rowid > ? ORDER BY rowid LIMIT 1`)
  for (let after = -1, misses = 0; misses < PATIENCE;) {
    try {
      const found = next.get(after)
      if (found === undefined) return
      const { 'row number': number, ...row } = v.parse(Numbered, found)
      // A broken page may lead back.
      after = Math.max(number, after + 1)
      misses = 0
      yield row
    } catch (error) {
      if (!isDamage(error)) throw error
      after += 1
      misses += 1
    }
  }
}

/** From both ends up to the first page that is broken; whole tables come twice. */
export function* keyedRows(
  db: DatabaseSync,
  table: string,
  keys: readonly string[],
): Generator<Row> {
  for (const direction of ['ASC', 'DESC']) {
    const order = keys.map((key) => `"${key}" ${direction}`).join(', ')
    try {
      yield* db.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).iterate()
    } catch (error) {
      if (!isDamage(error)) throw error
    }
  }
}
