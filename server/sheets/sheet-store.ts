import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { CellByHand } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { FileId, SheetId } from '../../shared/ids.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import { transaction } from '../db/transaction.ts'
import type { UploadStore } from '../housekeeping/upload-store.ts'
import type { Log } from '../log.ts'
import type { SheetError, StoredResult } from './sheet-record.ts'
import { SheetRecord } from './sheet-record.ts'

type NewSheet = Pick<SheetRecord, 'id' | 'file' | 'width' | 'height' | 'name'>

/** How a sheet ended. */
export type Ending =
  | { readonly state: 'succeeded'; readonly result: StoredResult }
  | { readonly state: 'failed'; readonly error: SheetError }
  | { readonly state: 'canceled' }

const Change = v.object({ id: SheetId, sequence: v.number() })
const Changes = v.array(Change)
const Sequence = v.object({ value: v.number() })
const Files = v.array(v.object({ file: FileId }))

export type SheetStore = {
  insert: (sheet: NewSheet, now: number) => SheetRecord
  find: (id: SheetId) => SheetRecord | null
  findByFile: (file: FileId) => SheetRecord | null
  /** Throws AppError `not_found`. */
  get: (id: SheetId) => SheetRecord
  /** Newest first; only those with a smaller number than `before`. */
  list: (before: number | null, limit: number) => SheetRecord[]
  /** Sheets that wait or run, oldest first. */
  unfinished: () => SheetRecord[]
  changedSince: (sequence: number, limit: number) => v.InferOutput<typeof Changes>
  /** It waits again, from its first attempt; `cells` by hand, null to look for them. */
  requeue: (id: SheetId, cells: readonly CellByHand[] | null) => SheetRecord
  /** It runs, and has one attempt more. */
  begin: (id: SheetId) => SheetRecord
  /** The pictures that it does not need any more count as sent now. */
  end: (id: SheetId, ending: Ending, now: number) => SheetRecord
  /** Its pictures count as sent now: housekeeping deletes them in time, unless something else needs them. */
  remove: (id: SheetId, now: number) => void
}

const COLUMNS = `number, id, file, width, height, name, state, attempts, sequence,
  created_at AS createdAt, finished_at AS finishedAt, cells, result, error`
const UNKNOWN = 'The proxy does not know this sheet.'

const filesOf = (result: StoredResult): FileId[] => [
  result.preview.file,
  ...result.pieces.flatMap(({ file, before }) => [file, before]),
]

type Options = { readonly uploads: Pick<UploadStore, 'add'>; readonly log: Log }

export const createSheetStore = (db: DatabaseSync, { uploads, log }: Options): SheetStore => {
  const read = createRowReader('sheets', SheetRecord, log)
  const select = (rest: string) => db.prepare(`SELECT ${COLUMNS} FROM sheets ${rest}`)
  const one = select('WHERE id = ?')
  const byFile = select('WHERE file = ?')
  const page = select('WHERE ? IS NULL OR number < ? ORDER BY number DESC LIMIT ?')
  const unfinished = select(`WHERE state IN ('queued', 'running') ORDER BY number`)
  const changed = db.prepare(`SELECT id, sequence FROM sheets WHERE sequence > ?
    ORDER BY sequence LIMIT ?`)
  const nextSequence = db.prepare('UPDATE sequence SET value = value + 1 RETURNING value')
  const insert = db.prepare(`INSERT INTO sheets
    (id, file, width, height, name, state, attempts, sequence, created_at)
    VALUES (:id, :file, :width, :height, :name, 'queued', 0, :sequence, :now)`)
  const requeue = db.prepare(`UPDATE sheets SET state = 'queued', attempts = 0, cells = ?,
    error = NULL, finished_at = NULL, sequence = ? WHERE id = ?`)
  const begin = db.prepare(`UPDATE sheets SET state = 'running', attempts = attempts + 1,
    sequence = ? WHERE id = ?`)
  const end = db.prepare(`UPDATE sheets SET state = :state, result = coalesce(:result, result),
    error = :error, finished_at = :now, sequence = :sequence WHERE id = :id`)
  const remove = db.prepare('DELETE FROM sheets WHERE id = ?')
  const need = db.prepare('INSERT OR IGNORE INTO sheet_files (file, sheet) VALUES (?, ?)')
  const files = db.prepare('SELECT file FROM sheet_files WHERE sheet = ?')
  const release = db.prepare('DELETE FROM sheet_files WHERE sheet = ?')

  const count = (): number => v.parse(Sequence, nextSequence.get()).value
  const find = (id: SheetId): SheetRecord | null => read(one.iterate(id))[0] ?? null
  const get = (id: SheetId): SheetRecord => {
    const sheet = find(id)
    if (sheet === null) throw new AppError('not_found', UNKNOWN)
    return sheet
  }
  /** What it needed until now, as sent at this time. */
  const letGo = (id: SheetId, now: number): void => {
    for (const { file } of v.parse(Files, files.all(id))) uploads.add(file, now)
    release.run(id)
  }

  return {
    insert: (sheet, now) =>
      transaction(db, () => {
        insert.run({ ...sheet, sequence: count(), now })
        need.run(sheet.file, sheet.id)
        return get(sheet.id)
      }),
    find,
    findByFile: (file) => read(byFile.iterate(file))[0] ?? null,
    get,
    list: (before, limit) => read(page.iterate(before, before, limit)),
    unfinished: () => read(unfinished.iterate()),
    changedSince: (sequence, limit) => v.parse(Changes, changed.all(sequence, limit)),
    requeue: (id, cells) =>
      transaction(db, () => {
        requeue.run(cells === null ? null : JSON.stringify(cells), count(), id)
        return get(id)
      }),
    begin: (id) =>
      transaction(db, () => {
        begin.run(count(), id)
        return get(id)
      }),
    end: (id, ending, now) =>
      transaction(db, () => {
        const { file } = get(id)
        if (ending.state === 'succeeded') {
          letGo(id, now)
          for (const each of [file, ...filesOf(ending.result)]) need.run(each, id)
        }
        end.run({
          id,
          state: ending.state,
          result: ending.state === 'succeeded' ? JSON.stringify(ending.result) : null,
          error: ending.state === 'failed' ? JSON.stringify(ending.error) : null,
          now,
          sequence: count(),
        })
        return get(id)
      }),
    remove: (id, now) =>
      transaction(db, () => {
        get(id)
        letGo(id, now)
        remove.run(id)
      }),
  }
}
