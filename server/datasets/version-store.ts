import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { TrainAnyway } from '../../shared/contract/index.ts'
import { CheckCode } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { DatasetId } from '../../shared/ids.ts'
import { FileId } from '../../shared/ids.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import { transaction } from '../db/transaction.ts'
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
  /** What somebody wants to train on in spite of, in the order in which it was said. */
  accepted: (dataset: DatasetId, number: number) => TrainAnyway[]
  /** What was accepted before stays as it was. */
  accept: (
    dataset: DatasetId,
    number: number,
    codes: readonly CheckCode[],
    by: string,
    now: number,
  ) => void
  /** The next version. Belongs into a transaction. */
  add: (dataset: DatasetId, hash: FileId, version: FrozenVersion, now: number) => VersionRecord
}

const COLUMNS = 'number, hash, frozen_at AS frozenAt, version'
const Number = v.object({ number: v.number() })
const Accepted = v.array(v.object({ code: CheckCode, by: v.string(), at: v.number() }))

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

  const accepted = db.prepare(`SELECT code, said_by AS "by", said_at AS at FROM train_anyway
    WHERE dataset = ? AND number = ? ORDER BY said_at, code`)
  const accept = db.prepare(`INSERT OR IGNORE INTO train_anyway
    (dataset, number, code, said_by, said_at) VALUES (?, ?, ?, ?, ?)`)

  return {
    accepted: (dataset, number) =>
      v
        .parse(Accepted, accepted.all(dataset, number))
        .map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
    accept: (dataset, number, codes, by, now) =>
      transaction(db, () => {
        for (const code of codes) accept.run(dataset, number, code, by, now)
      }),
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
