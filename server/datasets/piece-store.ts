import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { DatasetId, PieceId } from '../../shared/ids.ts'
import type { PieceDraft } from '../../shared/piece.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import type { Log } from '../log.ts'
import type { PieceFile } from './verify-piece.ts'
import { PieceRecord } from './piece-record.ts'

export type PieceStore = {
  /** Those that are in the dataset, in their order. */
  list: (dataset: DatasetId) => PieceRecord[]
  /** Also one that was taken out. */
  find: (dataset: DatasetId, piece: PieceId) => PieceRecord | null
  count: (dataset: DatasetId) => number
  /** A new piece at the end, with the next number. */
  add: (dataset: DatasetId, piece: PieceId, draft: PieceDraft, file: PieceFile, now: number) => void
  /** The next revision of a piece; one that was taken out comes back where it stood. */
  write: (
    dataset: DatasetId,
    piece: PieceId,
    draft: PieceDraft,
    file: PieceFile,
    now: number,
  ) => void
  takeOut: (dataset: DatasetId, piece: PieceId, now: number) => void
  moveTo: (dataset: DatasetId, piece: PieceId, place: number) => void
  removeAll: (dataset: DatasetId) => void
}

const COLUMNS = `id, number, place, revision, changed_at AS changedAt, removed_at AS removedAt,
  pixels, bytes, piece`
const Count = v.object({ count: v.number() })

/** What is written belongs into the transaction that writes the dataset's own revision. */
export const createPieceStore = (db: DatabaseSync, log: Log): PieceStore => {
  const read = createRowReader('pieces', PieceRecord, log)
  const all = db.prepare(`SELECT ${COLUMNS} FROM pieces
    WHERE dataset = ? AND removed_at IS NULL ORDER BY place, number`)
  const one = db.prepare(`SELECT ${COLUMNS} FROM pieces WHERE dataset = ? AND id = ?`)
  const count = db.prepare(`SELECT count(*) AS count FROM pieces
    WHERE dataset = ? AND removed_at IS NULL`)
  const add = db.prepare(`INSERT INTO pieces
    (dataset, id, number, place, revision, changed_at, file, pixels, bytes, piece)
    SELECT :dataset, :piece, coalesce(max(number), 0) + 1, coalesce(max(place), 0) + 1,
      1, :now, :file, :pixels, :bytes, :draft FROM pieces WHERE dataset = :dataset`)
  const write = db.prepare(`UPDATE pieces SET revision = revision + 1, changed_at = :now,
    removed_at = NULL, file = :file, pixels = :pixels, bytes = :bytes, piece = :draft
    WHERE dataset = :dataset AND id = :piece`)
  const takeOut = db.prepare(`UPDATE pieces SET revision = revision + 1, changed_at = :now,
    removed_at = :now WHERE dataset = :dataset AND id = :piece`)
  const moveTo = db.prepare('UPDATE pieces SET place = ? WHERE dataset = ? AND id = ?')
  const removeAll = db.prepare('DELETE FROM pieces WHERE dataset = ?')

  const valuesOf = (draft: PieceDraft, { pixels, bytes }: PieceFile) => ({
    file: draft.file,
    pixels,
    bytes,
    draft: JSON.stringify(draft),
  })

  return {
    list: (dataset) => read(all.iterate(dataset)),
    find: (dataset, piece) => read(one.iterate(dataset, piece))[0] ?? null,
    count: (dataset) => v.parse(Count, count.get(dataset)).count,
    add: (dataset, piece, draft, file, now) => {
      add.run({ dataset, piece, now, ...valuesOf(draft, file) })
    },
    write: (dataset, piece, draft, file, now) => {
      write.run({ dataset, piece, now, ...valuesOf(draft, file) })
    },
    takeOut: (dataset, piece, now) => {
      takeOut.run({ dataset, piece, now })
    },
    moveTo: (dataset, piece, place) => {
      moveTo.run(place, dataset, piece)
    },
    removeAll: (dataset) => {
      removeAll.run(dataset)
    },
  }
}
