import type { TrainingEvent, TrainingProgress } from './training-progress.ts'

/** What of a training that ends is still needed to find it, to settle it, or to take in what it made all the same. */
const remains = (training: TrainingProgress) => {
  switch (training.state) {
    case 'queued':
    case 'succeeded':
      return {}
    case 'starting': {
      const { archive, destination, dispatchedAt } = training
      return { archive, destination, ...(dispatchedAt !== null && { dispatchedAt }) }
    }
    case 'running':
    case 'saving': {
      const { destination, handle } = training
      return { destination, handle }
    }
    case 'failed':
    case 'canceled': {
      const { archive, destination, dispatchedAt, handle, cost } = training
      return {
        ...(archive && { archive }),
        ...(destination !== undefined && { destination }),
        ...(dispatchedAt !== undefined && { dispatchedAt }),
        ...(handle !== undefined && { handle }),
        ...(cost && { cost }),
      }
    }
  }
}

const FREE = { usd: 0, estimate: false } as const

/** Nobody was asked, so nothing was charged. */
const isUnasked = (training: TrainingProgress): boolean =>
  training.state === 'queued' || (training.state === 'starting' && training.dispatchedAt === null)

/**
 * The training after an event. Pure and total: an event that comes late or twice changes nothing, with two exceptions. A
 * version that was made after the training was canceled or given up is kept, because it is paid; and a canceled training
 * still learns its handle and its cost.
 */
export const advanceTraining = (
  training: TrainingProgress,
  event: TrainingEvent,
): TrainingProgress => {
  const { warnings, state } = training
  switch (event.type) {
    case 'warned':
      return warnings.includes(event.message)
        ? training
        : { ...training, warnings: [...warnings, event.message] }
    case 'uploaded': {
      const { archive, destination } = event
      return state === 'queued'
        ? { warnings, state: 'starting', archive, destination, dispatchedAt: null }
        : training
    }
    case 'dispatched':
      return state === 'starting' && training.dispatchedAt === null
        ? { ...training, dispatchedAt: event.at }
        : training
    case 'withdrawn': {
      if (state === 'starting') return { ...training, dispatchedAt: null }
      if (state !== 'canceled' || training.handle !== undefined) return training
      return { warnings, state, cost: FREE }
    }
    case 'started': {
      const { handle } = event
      if (state === 'starting') {
        const { archive, destination } = training
        return { warnings, state: 'running', archive, destination, handle }
      }
      return state === 'canceled' && training.handle === undefined
        ? { ...training, handle }
        : training
    }
    case 'trained': {
      const { trained, cost } = event
      if (state !== 'running' && state !== 'failed' && state !== 'canceled') return training
      const { handle, destination } = training
      return handle === undefined || destination === undefined
        ? training
        : { warnings, state: 'saving', destination, handle, trained, cost }
    }
    case 'kept':
      return state === 'saving'
        ? { ...training, state: 'succeeded', weights: event.weights }
        : training
    case 'failed': {
      const { error, cost } = event
      if (state === 'canceled')
        return training.cost === undefined && cost ? { ...training, cost } : training
      if (state === 'saving' || state === 'succeeded' || state === 'failed') return training
      return { warnings, state: 'failed', ...remains(training), error, ...(cost && { cost }) }
    }
    case 'canceled':
      if (isUnasked(training)) return { warnings, state: 'canceled', cost: FREE }
      return state === 'starting' || state === 'running'
        ? { warnings, state: 'canceled', ...remains(training) }
        : training
  }
}
