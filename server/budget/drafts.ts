import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Spending } from '../../shared/contract/index.ts'
import { spanOf } from './period.ts'

type Days = Spending['days']

const DAY = 86_400_000
/** As many as the longest month has. */
const DAYS = 31

const Count = v.object({ drafts: v.number() })
const Spent = v.object({ usd: v.number() })
const Rows = v.array(v.object({ date: v.string(), usd: v.number(), drafts: v.number() }))

/** The finished pictures of paid presses, by the time of the press: so they stand beside what was spent. */
export const createDrafts = (db: DatabaseSync) => {
  const count = db.prepare(`SELECT count(*) AS drafts
    FROM charges JOIN pictures USING (job) WHERE at >= ?`)
  const spent = db.prepare('SELECT coalesce(sum(spent), 0) AS usd FROM charges WHERE at >= ?')
  const byDay = db.prepare(`SELECT date(at / 1000, 'unixepoch') AS date, sum(usd) AS usd,
      sum(drafts) AS drafts
    FROM (
      SELECT at, spent AS usd,
        (SELECT count(*) FROM pictures WHERE pictures.job = charges.job) AS drafts
      FROM charges
      UNION ALL SELECT at, spent, 0 FROM training_charges
    ) WHERE at >= ? GROUP BY date`)
  return {
    since: (time: number): number => v.parse(Count, count.get(time)).drafts,
    /** What they cost, with those that failed. */
    spentSince: (time: number): number => v.parse(Spent, spent.get(time)).usd,
    /** The last 31 days, today last, those without a press too. */
    days: (now: number): Days => {
      const first = spanOf('day', now).start - (DAYS - 1) * DAY
      const known = new Map(v.parse(Rows, byDay.all(first)).map((row) => [row.date, row]))
      return Array.from({ length: DAYS }, (_, day) => {
        const date = new Date(first + day * DAY).toISOString().slice(0, 10)
        return known.get(date) ?? { date, usd: 0, drafts: 0 }
      })
    },
  }
}
