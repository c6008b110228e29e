import type { DatabaseSync } from 'node:sqlite'
import type { Budget as BudgetView, Spending } from '../../shared/contract/index.ts'
import type { DescriptionId, JobId, TrainingId } from '../../shared/ids.ts'
import type { Caps } from './caps.ts'
import { createDrafts } from './drafts.ts'
import type { Asked } from './over-cap.ts'
import { DESCRIPTION, overCap, PICTURES, tooDear, TRAINING } from './over-cap.ts'
import type { Period } from './period.ts'
import { PERIODS } from './period.ts'
import type { Charge, Standing } from './standing.ts'
import { createStandings } from './standing.ts'

/**
 * What reserves and settles belongs into the transaction that writes the job or the training: a charge is never without
 * it, nor behind it.
 */
export type Budget = {
  /** Holds what a new job may cost. Throws AppError `over_budget` when that is more than a cap leaves. */
  reserve: (job: JobId, usd: number, now: number) => void
  settle: (job: JobId, charge: Charge) => void
  /** Like `reserve`, of a description. */
  reserveDescription: (description: DescriptionId, usd: number, now: number) => void
  settleDescription: (description: DescriptionId, charge: Charge) => void
  /** Like `reserve`, under the cap of a training. */
  reserveTraining: (training: TrainingId, usd: number, now: number) => void
  settleTraining: (training: TrainingId, charge: Charge) => void
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
  const insertDescription = db.prepare(
    'INSERT INTO description_charges (description, at, spent, held) VALUES (?, ?, 0, ?)',
  )
  const updateDescription = db.prepare(
    'UPDATE description_charges SET spent = :spent, held = :held WHERE description = :description',
  )
  const insertTraining = db.prepare(
    'INSERT INTO training_charges (training, at, spent, held) VALUES (?, ?, 0, ?)',
  )
  const updateTraining = db.prepare(
    'UPDATE training_charges SET spent = :spent, held = :held WHERE training = :training',
  )

  /** The longest one first: what it says about when there is room again holds for the others, too. */
  const require = (usd: number, periods: readonly Period[], now: number, asked: Asked): void => {
    for (const period of periods.toReversed()) {
      const stands = standing(period, now)
      if (usd > stands.left + ROUNDING) throw overCap(usd, period, stands, asked)
    }
  }

  const requirePress = (usd: number, now: number, asked: Asked): void => {
    if (usd > caps.perJob + ROUNDING) throw tooDear(usd, 'perJob', caps.perJob, 'one press', asked)
    require(usd, PERIODS, now, asked)
  }

  return {
    reserve: (job, usd, now) => {
      requirePress(usd, now, PICTURES)
      insert.run(job, now, usd)
    },
    reserveDescription: (description, usd, now) => {
      requirePress(usd, now, DESCRIPTION)
      insertDescription.run(description, now, usd)
    },
    settleDescription: (description, { spent, held }) => {
      updateDescription.run({ description, spent, held })
    },
    settle: (job, { spent, held }) => {
      update.run({ job, spent, held })
    },
    reserveTraining: (training, usd, now) => {
      if (usd > caps.perTraining + ROUNDING)
        throw tooDear(usd, 'perTraining', caps.perTraining, 'one training', TRAINING)
      require(usd, ['day', 'month'], now, TRAINING)
      insertTraining.run(training, now, usd)
    },
    settleTraining: (training, { spent, held }) => {
      updateTraining.run({ training, spent, held })
    },
    view: (now) => {
      const { spent, held } = standing('day', now)
      const { perJob, perTraining, perDay } = caps
      return { perJob, perTraining, perDay, spentToday: spent, reserved: held }
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
        costPerDraft: drawn === 0 ? null : drafts.spentSince(month.start) / drawn,
        days: drafts.days(now),
      }
    },
  }
}
