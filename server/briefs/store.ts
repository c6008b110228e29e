import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { BriefId } from '../../shared/saved-brief.ts'
import { SavedBrief } from '../../shared/saved-brief.ts'
import { createRowReader } from '../db/create-row-reader.ts'
import { transaction } from '../db/transaction.ts'
import type { Log } from '../log.ts'

export type BriefStore = {
  list: () => SavedBrief[]
  get: (id: BriefId) => SavedBrief | null
  /** Adds briefs or replaces those with their ids: all, or none. */
  put: (briefs: readonly SavedBrief[]) => void
  remove: (id: BriefId) => void
}

const Row = v.object({ brief: v.pipe(v.string(), v.parseJson(), SavedBrief) })

export const createBriefStore = (db: DatabaseSync, log: Log): BriefStore => {
  const read = createRowReader('briefs', Row, log)
  const all = db.prepare('SELECT id, brief FROM briefs')
  const one = db.prepare('SELECT id, brief FROM briefs WHERE id = ?')
  const put = db.prepare('INSERT OR REPLACE INTO briefs (id, brief) VALUES (?, ?)')
  const remove = db.prepare('DELETE FROM briefs WHERE id = ?')
  return {
    list: () => read(all.iterate()).map(({ brief }) => brief),
    get: (id) => read(one.iterate(id))[0]?.brief ?? null,
    put: (briefs) =>
      transaction(db, () => {
        for (const brief of briefs) put.run(brief.id, JSON.stringify(brief))
      }),
    remove: (id) => {
      remove.run(id)
    },
  }
}
