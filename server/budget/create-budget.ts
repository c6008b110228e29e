import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Budget as BudgetView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { JobId } from '../../shared/ids.ts'
import type { Caps } from './caps.ts'

/** US dollars. */
export type Charge = {
  readonly spent: number
  /** May still be spent: by pictures that run, or that nobody knows the end of. */
  readonly held: number
}

/** The first two belong into the transaction that writes the job: a charge is never without its job, nor behind it. */
export type Budget = {
  /** Holds what a new job may cost. Throws AppError `over_budget` when that is more than a cap leaves. */
  reserve: (job: JobId, usd: number, now: number) => void
  settle: (job: JobId, charge: Charge) => void
  view: (now: number) => BudgetView
}

/** Sums of dollars are a little off in binary. */
const ROUNDING = 1e-9

const Sums = v.object({ spent: v.number(), held: v.number() })

const dollars = (usd: number): string => `$${usd.toFixed(2)}`

const overCap = (message: string, details: Record<string, number>): AppError =>
  new AppError(
    'over_budget',
    `${message} Nothing was started or charged. Draw fewer pictures, or ask who runs the proxy to raise the limit.`,
    { details },
  )

/** What paid jobs cost, under two caps. */
export const createBudget = (db: DatabaseSync, caps: Caps): Budget => {
  const sums = db.prepare(`SELECT coalesce(sum(spent), 0) AS spent, coalesce(sum(held), 0) AS held
    FROM charges WHERE at >= ?`)
  const insert = db.prepare('INSERT INTO charges (job, at, spent, held) VALUES (?, ?, 0, ?)')
  const update = db.prepare('UPDATE charges SET spent = :spent, held = :held WHERE job = :job')
  const today = (now: number): Charge => v.parse(Sums, sums.get(new Date(now).setHours(0, 0, 0, 0)))

  return {
    reserve: (job, usd, now) => {
      const { perJob, perDay } = caps
      if (usd > perJob + ROUNDING)
        throw overCap(
          `These pictures would cost about ${dollars(usd)}, and one press may cost ${dollars(perJob)}.`,
          { usd, perJob },
        )
      const { spent, held } = today(now)
      const used = spent + held
      if (used + usd > perDay + ROUNDING)
        throw overCap(
          `These pictures would cost about ${dollars(usd)}, and ${dollars(used)} of the ${dollars(perDay)} for today are used or promised.`,
          { usd, used, perDay },
        )
      insert.run(job, now, usd)
    },
    settle: (job, { spent, held }) => {
      update.run({ job, spent, held })
    },
    view: (now) => {
      const { spent, held } = today(now)
      return { ...caps, spentToday: spent, reserved: held }
    },
  }
}
