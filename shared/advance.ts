import type { JobEvent, Progress, Run } from './job.ts'
import { isFinal, isRunFinal } from './job.ts'

/** What a canceled run still learns. */
const advanceCanceled = (
  run: Extract<Run, { readonly state: 'canceled' }>,
  event: Exclude<JobEvent, { readonly type: 'warned' | 'canceled' | 'finished' }>,
): Run => {
  const { index, seed, handle, cost } = run
  if (event.type === 'failed')
    return cost === undefined && event.cost ? { ...run, cost: event.cost } : run
  if (handle !== undefined || event.type === 'dispatched') return run
  const ended = { index, seed, state: 'canceled', ...(cost && { cost }) } as const
  return event.type === 'started' ? { ...ended, handle: event.handle } : ended
}

const cancelRun = (run: Run): Run => {
  if (isRunFinal(run)) return run
  const { index, seed } = run
  const ended = { index, seed, state: 'canceled' } as const
  if (run.state === 'starting') return { ...ended, dispatchedAt: run.dispatchedAt }
  return run.state === 'running' ? { ...ended, handle: run.handle } : ended
}

const advanceRun = (run: Run, event: JobEvent): Run => {
  if (event.type === 'canceled') return cancelRun(run)
  if (event.type === 'warned' || event.index !== run.index) return run
  const { index, seed, handle } = run
  const kept = { index, seed, ...(handle !== undefined && { handle }) }
  if (event.type === 'finished') {
    if (run.state === 'succeeded') return run
    const { output, cost, seconds } = event
    return {
      ...kept,
      state: 'succeeded',
      output,
      ...(cost && { cost }),
      ...(seconds !== undefined && { seconds }),
    }
  }
  if (run.state === 'canceled') return advanceCanceled(run, event)
  switch (event.type) {
    case 'dispatched':
      return run.state === 'queued' ? { ...kept, state: 'starting', dispatchedAt: event.at } : run
    case 'withdrawn':
      return run.state === 'starting' ? { ...kept, state: 'queued' } : run
    case 'started':
      return isRunFinal(run) ? run : { index, seed, state: 'running', handle: event.handle }
    case 'failed': {
      const { error, cost } = event
      return isRunFinal(run) ? run : { ...kept, state: 'failed', error, ...(cost && { cost }) }
    }
  }
}

const summarize = (
  runs: readonly Run[],
  warnings: readonly string[],
  wasCanceled: boolean,
): Progress => {
  const some = (state: Run['state']) => runs.some((run) => run.state === state)
  if (!runs.every(isRunFinal)) {
    const state =
      some('running') || runs.some(isRunFinal)
        ? 'running'
        : some('starting')
          ? 'starting'
          : 'queued'
    return { state, runs, warnings }
  }
  if (wasCanceled) return { state: 'canceled', runs, warnings }
  const failed = runs.flatMap((run) => (run.state === 'failed' ? [run.error] : []))
  const [error] = failed
  if (error === undefined) return { state: 'succeeded', runs, warnings }
  if (!some('succeeded')) return { state: 'failed', runs, warnings, error }
  const lost = `${failed.length} of ${runs.length} pictures failed: ${error.message}`
  return { state: 'succeeded', runs, warnings: [...warnings, lost] }
}

/**
 * The job after an event. Pure and total: an event that comes late or twice changes nothing, with two exceptions. A
 * picture that arrives after its run was canceled or given up is kept, which is the first promise; and a canceled run
 * still learns its handle and its cost.
 */
export const advance = (job: Progress, event: JobEvent): Progress => {
  const warnings =
    event.type === 'warned' && !job.warnings.includes(event.message)
      ? [...job.warnings, event.message]
      : job.warnings
  const runs = job.runs.map((run) => advanceRun(run, event))
  if (isFinal(job.state)) return { ...job, runs, warnings }
  return summarize(runs, warnings, event.type === 'canceled')
}
