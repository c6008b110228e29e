import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { JobId } from '../../shared/ids.ts'
import { FileId } from '../../shared/ids.ts'

/** `draft`: a picture that a job made; `piece`: one that is in a dataset or a frozen version; `sheet`: a page that is cleaned, or what came of it; wherever else it comes from. */
export type FileRole = 'draft' | 'piece' | 'sheet' | 'reference' | 'unknown'

export type UploadStore = {
  /** A picture was sent to the proxy. */
  add: (file: FileId, now: number) => void
  /** Belongs into the transaction that writes the job. */
  use: (file: FileId, job: JobId) => void
  role: (file: FileId) => FileRole
  /** An engine may still ask for it. */
  isNeeded: (file: FileId, now: number) => boolean
  /** References that were sent before a time, and whose jobs had all ended by then. */
  unusedSince: (time: number, now: number) => FileId[]
  forget: (file: FileId) => void
}

/** Milliseconds in which a canceled run is told again to stop, and a lost one may still be looked for. */
const AFTERMATH = 3_600_000

const USES = `reference_uses AS uses JOIN jobs ON jobs.id = uses.job WHERE uses.file = uploads.file`
const NEEDED = `EXISTS (SELECT 1 FROM ${USES}
  AND (finished_at IS NULL OR (state = 'canceled' AND finished_at > :aftermath)))`
const DRAFT = 'EXISTS (SELECT 1 FROM pictures WHERE pictures.file = uploads.file)'
const PIECE = `(EXISTS (SELECT 1 FROM version_files WHERE version_files.file = uploads.file)
  OR EXISTS (SELECT 1 FROM pieces WHERE pieces.file = uploads.file AND removed_at IS NULL))`
const SHEET = 'EXISTS (SELECT 1 FROM sheet_files WHERE sheet_files.file = uploads.file)'
const GIVEN = 'FROM (SELECT :file AS file) AS uploads'

const Found = v.object({ found: v.number() })
const Files = v.array(v.object({ file: FileId }))

export const createUploadStore = (db: DatabaseSync): UploadStore => {
  const add = db.prepare(`INSERT INTO uploads (file, at) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET at = excluded.at`)
  const use = db.prepare('INSERT OR IGNORE INTO reference_uses (file, job) VALUES (?, ?)')
  const draft = db.prepare(`SELECT ${DRAFT} AS found ${GIVEN}`)
  const piece = db.prepare(`SELECT ${PIECE} AS found ${GIVEN}`)
  const sheet = db.prepare(`SELECT ${SHEET} AS found ${GIVEN}`)
  const upload = db.prepare('SELECT EXISTS (SELECT 1 FROM uploads WHERE file = :file) AS found')
  const needed = db.prepare(`SELECT ${NEEDED} AS found ${GIVEN}`)
  const unused = db.prepare(`SELECT file FROM uploads WHERE at < :time AND NOT ${DRAFT}
    AND NOT ${PIECE} AND NOT ${SHEET} AND NOT ${NEEDED} AND NOT EXISTS (SELECT 1 FROM ${USES} AND finished_at >= :time)`)
  const forget = db.prepare('DELETE FROM uploads WHERE file = ?')
  const forgetLook = db.prepare('DELETE FROM looks WHERE file = ?')
  const isFound = (row: unknown): boolean => v.parse(Found, row).found === 1

  return {
    add: (file, now) => {
      add.run(file, now)
    },
    use: (file, job) => {
      use.run(file, job)
    },
    role: (file) => {
      if (isFound(draft.get({ file }))) return 'draft'
      if (isFound(piece.get({ file }))) return 'piece'
      if (isFound(sheet.get({ file }))) return 'sheet'
      return isFound(upload.get({ file })) ? 'reference' : 'unknown'
    },
    isNeeded: (file, now) => isFound(needed.get({ file, aftermath: now - AFTERMATH })),
    unusedSince: (time, now) =>
      v.parse(Files, unused.all({ time, aftermath: now - AFTERMATH })).map(({ file }) => file),
    forget: (file) => {
      forget.run(file)
      // What was seen in it is as private as the picture.
      forgetLook.run(file)
    },
  }
}
