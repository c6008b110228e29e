import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { isDamage } from './is-damaged.ts'
import { keyedRows, numberedRows } from './readable-rows.ts'
import { transaction } from './transaction.ts'

/** What became of a table. `lost` is null where nobody can say how many rows there were. */
export type Salvaged = {
  readonly table: string
  readonly kept: number
  readonly lost: number | null
}

const SQLITE_CONSTRAINT = 19
const isUnfit = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  (error.errcode & 0xff) === SQLITE_CONSTRAINT

/** In the order in which they were made: jobs before what names them. `wr`: without row numbers. */
const TABLES = `SELECT list.name, list.wr FROM pragma_table_list AS list
  JOIN sqlite_schema AS entry ON entry.name = list.name
  WHERE list.schema = 'main' AND list.type = 'table' ORDER BY entry.rowid`
const Tables = v.array(v.object({ name: v.string(), wr: v.number() }))
const Columns = v.array(v.object({ name: v.string(), pk: v.number() }))
const Count = v.object({ rows: v.number() })
const Value = v.union([v.null(), v.string(), v.number(), v.instance(Uint8Array)])

/** The schema itself may have lost it. */
const hasTable = (db: DatabaseSync, table: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined

const countRows = (db: DatabaseSync, table: string): number | null => {
  try {
    return v.parse(Count, db.prepare(`SELECT count(*) AS rows FROM "${table}"`).get()).rows
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

/**
 * Copies what can still be read from a damaged database into a new one with the same tables, row by row; a row that
 * does not fit, or whose job is lost, is left out.
 */
export const salvage = (damaged: DatabaseSync, fresh: DatabaseSync): Salvaged[] => {
  const salvageTable = (table: string, isNumbered: boolean): Salvaged => {
    const columns = v.parse(Columns, fresh.prepare(`PRAGMA table_info("${table}")`).all())
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const insert = fresh.prepare(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${marks})`)
    const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
    if (!hasTable(damaged, table)) return { table, kept: 0, lost: null }
    // Some tables are born with a row.
    fresh.exec(`DELETE FROM "${table}"`)
    let kept = 0
    try {
      const rows = isNumbered ? numberedRows(damaged, table) : keyedRows(damaged, table, keys)
      for (const row of rows)
        try {
          const values = columns.map(({ name }) => v.parse(Value, row[name] ?? null))
          kept += Number(insert.run(...values).changes)
        } catch (error) {
          if (!isUnfit(error)) throw error
        }
    } catch (error) {
      if (!isDamage(error)) throw error
    }
    const all = countRows(damaged, table)
    return { table, kept, lost: all === null ? null : Math.max(0, all - kept) }
  }

  return transaction(fresh, () => {
    const tables = v.parse(Tables, fresh.prepare(TABLES).all())
    return tables.map(({ name, wr }) => salvageTable(name, wr === 0))
  })
}
