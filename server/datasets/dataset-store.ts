import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import { DatasetId, StyleId } from '../../shared/ids.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import type { Log } from '../log.ts'

/** A row of `datasets`. Times are milliseconds since 1970. */
export const DatasetRecord = v.object({
  id: DatasetId,
  style: StyleId,
  name: v.string(),
  revision: v.number(),
  createdAt: v.number(),
  changedAt: v.number(),
  versions: v.number(),
})
export type DatasetRecord = v.InferOutput<typeof DatasetRecord>

export type DatasetStore = {
  /** Newest first; of all styles, or of one. */
  list: (style: StyleId | null) => DatasetRecord[]
  find: (id: DatasetId) => DatasetRecord | null
  /** Throws AppError `not_found`. */
  get: (id: DatasetId) => DatasetRecord
  add: (dataset: Pick<DatasetRecord, 'id' | 'style' | 'name'>, now: number) => void
  rename: (id: DatasetId, name: string) => void
  /** It has the next revision from now on. */
  touch: (id: DatasetId, now: number) => void
  remove: (id: DatasetId) => void
}

const GONE = 'This dataset is not there any more. Choose another one.'

export const createDatasetStore = (db: DatabaseSync, log: Log): DatasetStore => {
  const read = createRowReader('datasets', DatasetRecord, log)
  const select = (rest: string) =>
    db.prepare(`SELECT id, style, name, revision, created_at AS createdAt, changed_at AS changedAt,
      (SELECT coalesce(max(number), 0) FROM dataset_versions WHERE dataset = id) AS versions
      FROM datasets ${rest}`)
  const all = select('WHERE :style IS NULL OR style = :style ORDER BY number DESC')
  const one = select('WHERE id = ?')
  const add = db.prepare(`INSERT INTO datasets (id, style, name, revision, created_at, changed_at)
    VALUES (:id, :style, :name, 1, :now, :now)`)
  const rename = db.prepare('UPDATE datasets SET name = ? WHERE id = ?')
  const touch = db.prepare(
    'UPDATE datasets SET revision = revision + 1, changed_at = ? WHERE id = ?',
  )
  const remove = db.prepare('DELETE FROM datasets WHERE id = ?')

  const find = (id: DatasetId) => read(one.iterate(id))[0] ?? null
  return {
    list: (style) => read(all.iterate({ style })),
    find,
    get: (id) => {
      const dataset = find(id)
      if (dataset === null) throw new AppError('not_found', GONE)
      return dataset
    },
    add: ({ id, style, name }, now) => {
      add.run({ id, style, name, now })
    },
    rename: (id, name) => {
      rename.run(name, id)
    },
    touch: (id, now) => {
      touch.run(now, id)
    },
    remove: (id) => {
      remove.run(id)
    },
  }
}
