import type { Cost } from '../../shared/recipe.ts'
import type { Charge } from '../budget/standing.ts'
import type { TrainingRecord } from './training-record.ts'

type Charged = Pick<TrainingRecord, 'progress' | 'plan'>

const isUnasked = ({ progress }: Charged): boolean =>
  progress.state === 'failed' && progress.error.charged === 'no'

/** What a training has cost or may still cost. `soFar`: what it has run up by now, which may be more than it was to be. */
export const chargeOfTraining = (training: Charged, soFar = 0): Charge => {
  const { progress, plan } = training
  const price = Math.max(plan.price.usd, soFar)
  switch (progress.state) {
    case 'queued':
    case 'starting':
    case 'running':
      return { spent: 0, held: price }
    case 'saving':
    case 'succeeded':
      return { spent: progress.cost.usd, held: 0 }
    case 'failed':
      if (progress.cost !== undefined) return { spent: progress.cost.usd, held: 0 }
      if (isUnasked(training)) return { spent: 0, held: 0 }
      return progress.error.charged === 'yes'
        ? { spent: price, held: 0 }
        : { spent: 0, held: price }
    case 'canceled':
      return progress.cost === undefined
        ? { spent: 0, held: price }
        : { spent: progress.cost.usd, held: 0 }
  }
}

/** Null while nobody knows. */
export const costOfTraining = (training: Charged): Cost | null => {
  const { progress, plan } = training
  if ('cost' in progress && progress.cost !== undefined) return progress.cost
  if (isUnasked(training)) return { usd: 0, estimate: false }
  return progress.state === 'failed' ? { usd: plan.price.usd, estimate: true } : null
}
