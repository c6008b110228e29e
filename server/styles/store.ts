import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { StyleId } from '../../shared/ids.ts'
import { Style } from '../../shared/style.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import { toStorageError } from '../db/storage-error.ts'
import type { Log } from '../log.ts'

export type StyleStore = {
  /** By name. */
  list: () => Style[]
  get: (id: StyleId) => Style | null
  /** Adds a style or replaces the one with its id. */
  put: (style: Style) => void
  remove: (id: StyleId) => void
}

const Row = v.object({ style: v.pipe(v.string(), v.parseJson(), Style) })

export const createStyleStore = (db: DatabaseSync, log: Log): StyleStore => {
  const read = createRowReader('styles', Row, log)
  const all = db.prepare('SELECT id, style FROM styles')
  const one = db.prepare('SELECT id, style FROM styles WHERE id = ?')
  const put = db.prepare('INSERT OR REPLACE INTO styles (id, style) VALUES (?, ?)')
  const remove = db.prepare('DELETE FROM styles WHERE id = ?')
  return {
    list: () =>
      read(all.iterate())
        .map((row) => row.style)
        .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
    get: (id) => read(one.iterate(id))[0]?.style ?? null,
    put: (style) => {
      try {
        put.run(style.id, JSON.stringify(style))
      } catch (error) {
        throw toStorageError(error)
      }
    },
    remove: (id) => {
      remove.run(id)
    },
  }
}
