import { trainingPrice } from '../../../../shared/training-price.ts'
import type { TrainingLive } from '../../../trainings/trainers.ts'
import { readTrainingLog } from './read-training-log.ts'
import type { TrainingHandle } from './training-handle.ts'
import type { WireTraining } from './wire-training.ts'

/** From this age on, a training that has not started waits for a machine to boot. Milliseconds. */
const COLD_AFTER_MS = 10_000
const SLOWEST_MS = 5000
const QUICKEST_MS = 250
const COLD = 'Replicate boots a machine for it, usually in a few minutes. This time is not charged.'

const since = (time: string | null | undefined, now: number): number => {
  const at = Date.parse(time ?? '')
  return Number.isNaN(at) ? 0 : Math.max(0, now - at)
}

/** Milliseconds until it is worth asking again: a tenth of the time that is left, or that it has been going. */
const pause = (ms: number): number => Math.min(SLOWEST_MS, Math.max(QUICKEST_MS, ms / 10))

export type Described = { readonly live: TrainingLive; readonly pollMs: number }

/** A training that has not ended: its stage, its bar and its loss, and what it has cost so far. */
export const describeTraining = (
  training: WireTraining,
  { pace, steps }: TrainingHandle,
  now: number,
): Described => {
  const usual = trainingPrice(pace, steps).seconds
  if (training.status === 'starting') {
    const age = since(training.created_at, now)
    const isCold = age > COLD_AFTER_MS
    const progress = {
      stage: isCold ? 'waking' : 'queued',
      fraction: null,
      step: null,
      secondsLeft: usual,
      usd: 0,
      note: isCold ? COLD : null,
    } as const
    return { live: { progress, losses: [], log: '' }, pollMs: pause(age) }
  }
  const log = training.logs ?? ''
  const read = readTrainingLog(log)
  const ran = since(training.started_at, now)
  const left = read.secondsLeft ?? Math.max(0, usual - ran / 1000)
  const fraction = read.step === null ? null : read.step / (read.steps ?? steps)
  const progress = {
    stage: read.stage,
    fraction,
    step: read.step,
    secondsLeft: read.stage === 'saving' ? null : left,
    usd: (ran / 1000) * pace.usdPerSecond,
    note: null,
  }
  const isNearEnd = read.secondsLeft !== null && read.stage === 'training'
  return {
    live: { progress, losses: [...read.losses], log },
    pollMs: pause(isNearEnd ? left * 1000 : read.stage === 'saving' ? QUICKEST_MS * 40 : ran),
  }
}
