import type { TrainingStage, TrainingView } from '../../shared/contract/index.ts'
import type { TrainingState } from '../../shared/training-progress.ts'
import { versionOf } from '../../shared/version-of.ts'
import type { Styles } from '../styles/service.ts'
import { costOfTraining } from './charge-of-training.ts'
import type { LiveTrainings } from './live-trainings.ts'
import type { TrainingRecord } from './training-record.ts'

export type ToTrainingView = (training: TrainingRecord) => TrainingView

type Options = {
  readonly live: Pick<LiveTrainings, 'get'>
  readonly styles: Pick<Styles, 'find'>
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Where nobody says more. */
const STAGES: Readonly<Record<TrainingState, TrainingStage>> = {
  queued: 'preparing',
  starting: 'preparing',
  running: 'queued',
  saving: 'saving',
  succeeded: 'saving',
  failed: 'preparing',
  canceled: 'preparing',
}

/** Turns a stored training into what everybody sees of it. */
export const createTrainingView = ({ live, styles }: Options): ToTrainingView => {
  const resultOf = ({ progress, plan }: TrainingRecord): TrainingView['result'] => {
    if (!('trained' in progress)) return null
    const { model, seconds } = progress.trained
    const style = styles.find(plan.style.id)
    return {
      model,
      version: style && (versionOf(style, model)?.number ?? null),
      seconds,
      weights: progress.state === 'succeeded' ? progress.weights : null,
    }
  }

  const progressOf = (training: TrainingRecord): TrainingView['progress'] => {
    const { progress, losses } = training
    const now = live.get(training.id)?.progress
    if (now !== undefined)
      return progress.state === 'saving' ? { ...now, stage: 'saving', secondsLeft: null } : now
    const isDone = 'trained' in progress
    return {
      stage: isDone || losses.length === 0 ? STAGES[progress.state] : 'training',
      fraction: isDone ? 1 : null,
      step: losses.at(-1)?.step ?? null,
      secondsLeft: null,
      usd: costOfTraining(training)?.usd ?? 0,
      note: null,
    }
  }

  return (training) => {
    const { id, request, plan, progress, createdAt, finishedAt, retryOf, pressedBy } = training
    const { id: trainer, label, model, input, steps } = plan.trainer
    const common = {
      id,
      request,
      style: plan.style,
      dataset: plan.dataset,
      trainer: { id: trainer, label, model },
      input,
      steps,
      destination: ('destination' in progress && progress.destination) || null,
      progress: progressOf(training),
      losses: live.get(id)?.losses ?? training.losses,
      price: plan.price,
      cost: costOfTraining(training),
      result: resultOf(training),
      warnings: [...progress.warnings],
      createdAt: iso(createdAt),
      finishedAt: finishedAt === null ? null : iso(finishedAt),
      retryOf,
      pressedBy,
      sequence: training.sequence,
    }
    if (progress.state === 'failed')
      return { ...common, state: progress.state, error: progress.error }
    return { ...common, state: progress.state === 'saving' ? 'running' : progress.state }
  }
}
