import type { Prediction, Training } from 'replicate'
import type { Run } from './run.ts'
import { runLogs } from './run-logs.ts'
import type { RunState } from './run-state.ts'
import { runState } from './run-state.ts'

/** The client's types but for `logs`, which the service sends as null when there are none any more. */
type Wire<T> = Omit<T, 'logs'> & { logs?: string | null }

/** Outputs that come early come at this fraction of the running time. */
export const EARLY = 0.9

export type ViewOptions = {
  readonly now: number
  /** The fake's origin. */
  readonly url: string
  /** How long a finished run keeps its data. Milliseconds. */
  readonly retentionMs: number
}

const iso = (ms: number): string => new Date(ms).toISOString()

export const isRemoved = (run: Run, state: RunState, { now, retentionMs }: ViewOptions): boolean =>
  run.dataRemoved || ('endedAt' in state && now >= state.endedAt + retentionMs)

/** Whether a run's output can be seen, and downloaded, at this time. */
export const hasOutput = (run: Run, options: ViewOptions): boolean => {
  const state = runState(run, options.now)
  if (isRemoved(run, state, options)) return false
  return (
    state.status === 'succeeded' ||
    (state.status === 'processing' && run.plan.earlyOutput && state.fraction >= EARLY)
  )
}

const logs = (run: Run, state: RunState): string | null => {
  if (state.status === 'starting') return ''
  if (state.status !== 'processing' && (state.startedAt ?? state.endedAt) === state.endedAt)
    return null
  return runLogs(run.plan.logs, state.fraction)
}

const times = (run: Run, state: RunState) => {
  if (state.status === 'starting') return {}
  if (state.status === 'processing') return { started_at: iso(state.startedAt) }
  const { startedAt, endedAt, fraction } = state
  const queued = ((startedAt ?? endedAt) - run.createdAt) / 1000
  const { predictTime } = run.plan
  const took = (endedAt - (startedAt ?? endedAt)) / 1000
  const ran = predictTime === null ? took : predictTime * fraction
  return {
    ...(startedAt !== null && { started_at: iso(startedAt) }),
    completed_at: iso(endedAt),
    metrics: {
      ...(startedAt !== null && { predict_time: ran }),
      total_time: queued + (startedAt === null ? 0 : ran),
      ...(state.status === 'succeeded' && run.plan.metrics),
    },
  }
}

const shared = (run: Run, options: ViewOptions) => {
  const state = runState(run, options.now)
  const removed = isRemoved(run, state, options)
  return {
    id: run.id,
    model: run.model,
    version: run.version,
    input: removed ? {} : run.input,
    logs: removed ? null : logs(run, state),
    error: 'error' in state ? state.error : null,
    status: state.status,
    source: 'api' as const,
    created_at: iso(run.createdAt),
    ...times(run, state),
  }
}

/** A prediction as the API shows it. */
export const viewPrediction = (run: Run, options: ViewOptions) => {
  const at = `${options.url}/v1/predictions/${run.id}`
  return {
    ...shared(run, options),
    output: hasOutput(run, options) ? run.plan.output : null,
    data_removed: isRemoved(run, runState(run, options.now), options),
    ...(run.deadline !== null && { deadline: iso(run.deadline) }),
    urls: {
      get: at,
      cancel: `${at}/cancel`,
      stream: `${options.url}/stream/${run.id}`,
      web: `${options.url}/p/${run.id}`,
    },
  } satisfies Wire<Prediction>
}

/** A training as the API shows it. The answer to its creation points at `/predictions/`, all others do not. */
export const viewTraining = (
  run: Run,
  options: ViewOptions,
  under: 'predictions' | 'trainings' = 'trainings',
) => {
  const at = `${options.url}/v1/${under}/${run.id}`
  return {
    metrics: {},
    ...shared(run, options),
    output: hasOutput(run, options) ? run.plan.output : null,
    urls: { get: at, cancel: `${at}/cancel` },
  } satisfies Omit<Wire<Training>, 'output'> & { output: unknown }
}
