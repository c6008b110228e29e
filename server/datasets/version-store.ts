import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import type { DatasetId } from '../../shared/ids.ts'
import { FileId } from '../../shared/ids.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import type { Log } from '../log.ts'
import { FrozenVersion } from './frozen-version.ts'

/** A row of `dataset_versions`. */
const VersionRecord = v.object({
  number: v.number(),
  hash: FileId,
  /** Milliseconds since 1970. */
  frozenAt: v.number(),
  version: v.pipe(v.string(), v.parseJson(), FrozenVersion),
})
export type VersionRecord = v.InferOutput<typeof VersionRecord>

export type VersionStore = {
  /** Newest first. */
  list: (dataset: DatasetId) => VersionRecord[]
  /** Throws AppError `not_found`. */
  get: (dataset: DatasetId, number: number) => VersionRecord
  /** The version with this content. */
  withHash: (dataset: DatasetId, hash: FileId) => VersionRecord | null
  /** The next version. Belongs into a transaction. */
  add: (dataset: DatasetId, hash: FileId, version: FrozenVersion, now: number) => VersionRecord
}

const COLUMNS = 'number, hash, frozen_at AS frozenAt, version'
const Number = v.object({ number: v.number() })

export const createVersionStore = (db: DatabaseSync, log: Log): VersionStore => {
  const read = createRowReader('dataset_versions', VersionRecord, log)
  const select = (rest: string) =>
    db.prepare(`SELECT ${COLUMNS} FROM dataset_versions WHERE dataset = ? ${rest}`)
  const all = select('ORDER BY number DESC')
  const one = select('AND number = ?')
  const same = select('AND hash = ?')
  const add = db.prepare(`INSERT INTO dataset_versions (dataset, number, hash, frozen_at, version)
    SELECT :dataset, coalesce(max(number), 0) + 1, :hash, :now, :version
    FROM dataset_versions WHERE dataset = :dataset RETURNING number`)
  const addFile = db.prepare(
    'INSERT OR IGNORE INTO version_files (file, dataset, number) VALUES (?, ?, ?)',
  )

  return {
    list: (dataset) => read(all.iterate(dataset)),
    get: (dataset, number) => {
      const [version] = read(one.iterate(dataset, number))
      if (version === undefined)
        throw new AppError('not_found', 'There is no such version of this dataset.')
      return version
    },
    withHash: (dataset, hash) => read(same.iterate(dataset, hash))[0] ?? null,
    add: (dataset, hash, version, now) => {
      const row = add.get({ dataset, hash, now, version: JSON.stringify(version) })
      const { number } = v.parse(Number, row)
      for (const { file } of version.pieces) addFile.run(file, dataset, number)
      return { number, hash, frozenAt: now, version }
    },
  }
}
