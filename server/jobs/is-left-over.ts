import type { Run } from '../../shared/job.ts'
import type { Plan } from './job-record.ts'

/** A canceled run of a paid engine whose end nobody heard: it may go on, and cost. */
export const isLeftOver = (run: Run, { price }: Pick<Plan, 'price'>): boolean =>
  run.state === 'canceled' &&
  (run.handle !== undefined || run.dispatchedAt !== undefined) &&
  run.cost === undefined &&
  price.usd > 0
