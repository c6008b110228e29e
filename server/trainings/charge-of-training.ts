import type { JobError } from '../../shared/errors.ts'
import type { Cost } from '../../shared/recipe.ts'
import type { TrainingProgress } from '../../shared/training-progress.ts'
import type { Charge } from '../budget/standing.ts'
import type { TrainingPlan, TrainingRecord } from './training-record.ts'

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

/** What a failure costs where nobody said so; nothing where that may still be learned. */
export const costOfFailure = (
  { charged }: JobError,
  { state }: TrainingProgress,
  { price }: TrainingPlan,
): { readonly cost?: Cost } => {
  if (charged === 'no') return { cost: { usd: 0, estimate: false } }
  // Nobody goes on asking what became of a canceled training: it counts with its price.
  return state === 'canceled' ? { cost: { usd: price.usd, estimate: true } } : {}
}

/** Null while nobody knows. */
export const costOfTraining = (training: Charged): Cost | null => {
  const { progress, plan } = training
  if ('cost' in progress && progress.cost !== undefined) return progress.cost
  if (isUnasked(training)) return { usd: 0, estimate: false }
  return progress.state === 'failed' ? { usd: plan.price.usd, estimate: true } : null
}
