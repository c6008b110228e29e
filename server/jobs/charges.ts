import type { Run } from '../../shared/job.ts'
import type { Cost } from '../../shared/recipe.ts'
import type { Charge } from '../budget/standing.ts'
import type { JobRecord } from './job-record.ts'

type Charged = Pick<JobRecord, 'progress' | 'plan'>

/** `isSettled`: nothing about it will change. */
type RunCharge = Cost & { readonly isSettled: boolean }

const FREE: RunCharge = { usd: 0, estimate: false, isSettled: true }

const chargeOf = (run: Run, price: Cost): RunCharge => {
  if (run.cost !== undefined) return { ...run.cost, isSettled: true }
  switch (run.state) {
    case 'queued':
    case 'starting':
    case 'running':
      return { ...price, isSettled: false }
    case 'succeeded':
      return { ...price, isSettled: true }
    case 'failed':
      return run.error.charged === 'no'
        ? FREE
        : { ...price, isSettled: run.error.charged === 'yes' }
    case 'canceled':
      return run.handle === undefined && run.dispatchedAt === undefined
        ? FREE
        : { ...price, isSettled: false }
  }
}

const charges = ({ progress, plan }: Charged): RunCharge[] =>
  progress.runs.map((run) => chargeOf(run, plan.price))

const sum = (some: readonly RunCharge[]): number => some.reduce((usd, one) => usd + one.usd, 0)

/** What a job has cost and may still cost. */
export const costOfJob = (job: Charged): Cost => {
  const all = charges(job)
  return { usd: sum(all), estimate: all.some(({ estimate }) => estimate) }
}

export const chargeOfJob = (job: Charged): Charge => {
  const all = charges(job)
  return {
    spent: sum(all.filter(({ isSettled }) => isSettled)),
    held: sum(all.filter(({ isSettled }) => !isSettled)),
  }
}
