import type { DatabaseSync } from 'node:sqlite'
import type { Budget as BudgetView, Spending } from '../../shared/contract/index.ts'
import type { JobId } from '../../shared/ids.ts'
import type { Caps } from './caps.ts'
import { createDrafts } from './drafts.ts'
import { overCap, tooDear } from './over-cap.ts'
import { PERIODS } from './period.ts'
import type { Charge, Standing } from './standing.ts'
import { createStandings } from './standing.ts'

/** The first two belong into the transaction that writes the job: a charge is never without its job, nor behind it. */
export type Budget = {
  /** Holds what a new job may cost. Throws AppError `over_budget` when that is more than a cap leaves. */
  reserve: (job: JobId, usd: number, now: number) => void
  settle: (job: JobId, charge: Charge) => void
  view: (now: number) => BudgetView
  report: (now: number) => Spending
}

/** Sums of dollars are a little off in binary. */
const ROUNDING = 1e-9

const toView = ({ spent, held, left, end }: Standing) => ({
  spent,
  reserved: held,
  left,
  resetsAt: new Date(end).toISOString(),
})

/** What paid jobs cost, under caps. */
export const createBudget = (db: DatabaseSync, caps: Caps): Budget => {
  const standing = createStandings(db, caps)
  const drafts = createDrafts(db)
  const insert = db.prepare('INSERT INTO charges (job, at, spent, held) VALUES (?, ?, 0, ?)')
  const update = db.prepare('UPDATE charges SET spent = :spent, held = :held WHERE job = :job')

  return {
    reserve: (job, usd, now) => {
      if (usd > caps.perJob + ROUNDING) throw tooDear(usd, 'perJob', caps.perJob, 'one press')
      // The longest one first: what it says about when there is room again holds for the others, too.
      for (const period of PERIODS.toReversed()) {
        const stands = standing(period, now)
        if (usd > stands.left + ROUNDING) throw overCap(usd, period, stands)
      }
      insert.run(job, now, usd)
    },
    settle: (job, { spent, held }) => {
      update.run({ job, spent, held })
    },
    view: (now) => {
      const { spent, held } = standing('day', now)
      return { perJob: caps.perJob, perDay: caps.perDay, spentToday: spent, reserved: held }
    },
    report: (now) => {
      const month = standing('month', now)
      const drawn = drafts.since(month.start)
      return {
        caps,
        minute: toView(standing('minute', now)),
        day: toView(standing('day', now)),
        month: toView(month),
        drafts: drawn,
        costPerDraft: drawn === 0 ? null : month.spent / drawn,
        days: drafts.days(now),
      }
    },
  }
}
