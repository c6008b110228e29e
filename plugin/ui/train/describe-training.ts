import type { TrainingView } from '../../../shared/contract/index.ts'
import { dollars } from '../words/dollars.ts'
import { formatPrice } from '../words/format-price.ts'
import { formatSeconds } from '../words/format-seconds.ts'

type Stage = TrainingView['progress']['stage']

const STAGES: Readonly<Record<Stage, string>> = {
  preparing: 'Sending the pieces',
  queued: 'Waiting for a machine',
  waking: 'A machine is waking up',
  loading: 'Loading the base model',
  captioning: 'Captioning the pieces',
  caching: 'Preparing the pieces',
  training: 'Training',
  saving: 'Saving the weights',
}

/** Where a training stands, in words: stage, step, time left, cost so far. */
export const describeTraining = (training: TrainingView): string => {
  const { state, progress, steps, cost } = training
  switch (state) {
    case 'queued':
      return 'Waiting for its turn'
    case 'succeeded':
      return ['Done', cost && formatPrice(cost)].filter(Boolean).join(' · ')
    case 'canceled':
      return ['Canceled', cost && `${formatPrice(cost)} charged`].filter(Boolean).join(' · ')
    case 'failed':
      return 'Failed'
    case 'starting':
    case 'running': {
      const { stage, step, secondsLeft, usd, note } = progress
      return [
        STAGES[stage],
        step !== null && `step ${step.toLocaleString('en')} of ${steps.toLocaleString('en')}`,
        secondsLeft !== null && `about ${formatSeconds(secondsLeft)} left`,
        usd >= 0.005 && `${dollars(usd)} so far`,
        note,
      ]
        .filter(Boolean)
        .join(' · ')
    }
  }
}
