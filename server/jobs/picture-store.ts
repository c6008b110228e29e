import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import type { FileId, JobId, PanelId } from '../../shared/ids.ts'
import { PanelId as PanelIdSchema } from '../../shared/ids.ts'
import { Mark } from '../../shared/mark.ts'

/** A finished picture of a job. Times are milliseconds since 1970. */
const Picture = v.object({
  index: v.number(),
  finishedAt: v.number(),
  /** The panel that may place it, until `heldUntil`. */
  holder: v.nullable(PanelIdSchema),
  heldUntil: v.nullable(v.number()),
  placedAt: v.nullable(v.number()),
  dismissedAt: v.nullable(v.number()),
  mark: v.fallback(v.nullable(v.pipe(v.string(), v.parseJson(), Mark)), null),
})
export type Picture = v.InferOutput<typeof Picture>

export type PictureStore = {
  add: (job: JobId, index: number, file: FileId, now: number) => void
  list: (job: JobId) => Picture[]
  /** Throws AppError `not_found`. */
  get: (job: JobId, index: number) => Picture
  hold: (job: JobId, index: number, holder: PanelId, until: number) => void
  /** True when it was not placed before. Throws AppError `not_found`. */
  place: (job: JobId, index: number, now: number) => boolean
  /** What she thinks of it; null takes it back. Throws AppError `not_found`. */
  mark: (job: JobId, index: number, mark: Mark | null) => void
  /** She does not want it placed, since `at`; null takes it back. Throws AppError `not_found`. */
  dismiss: (job: JobId, index: number, at: number | null) => void
}

const COLUMNS = `picture AS "index", finished_at AS finishedAt, holder,
  held_until AS heldUntil, placed_at AS placedAt, dismissed_at AS dismissedAt, mark`

export const createPictureStore = (db: DatabaseSync): PictureStore => {
  const all = db.prepare(`SELECT ${COLUMNS} FROM pictures WHERE job = ? ORDER BY picture`)
  const one = db.prepare(`SELECT ${COLUMNS} FROM pictures WHERE job = ? AND picture = ?`)
  const add = db.prepare(
    'INSERT INTO pictures (job, picture, file, finished_at) VALUES (?, ?, ?, ?)',
  )
  const hold = db.prepare(
    'UPDATE pictures SET holder = ?, held_until = ? WHERE job = ? AND picture = ?',
  )
  const place = db.prepare('UPDATE pictures SET placed_at = ? WHERE job = ? AND picture = ?')
  const mark = db.prepare('UPDATE pictures SET mark = ? WHERE job = ? AND picture = ?')
  const dismiss = db.prepare('UPDATE pictures SET dismissed_at = ? WHERE job = ? AND picture = ?')

  const get = (job: JobId, index: number): Picture => {
    const row = one.get(job, index)
    if (row === undefined) throw new AppError('not_found', 'This picture is not finished.')
    return v.parse(Picture, row)
  }
  return {
    add: (job, index, file, now) => {
      add.run(job, index, file, now)
    },
    list: (job) => v.parse(v.array(Picture), all.all(job)),
    get,
    hold: (job, index, holder, until) => {
      hold.run(holder, until, job, index)
    },
    place: (job, index, now) => {
      if (get(job, index).placedAt !== null) return false
      place.run(now, job, index)
      return true
    },
    mark: (job, index, next) => {
      get(job, index)
      mark.run(next === null ? null : JSON.stringify(next), job, index)
    },
    dismiss: (job, index, at) => {
      get(job, index)
      dismiss.run(at, job, index)
    },
  }
}
