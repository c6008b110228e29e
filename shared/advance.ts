import type { JobEvent, Progress, Run } from './job.ts'
import { isFinal, isRunFinal } from './job.ts'

const advanceRun = (run: Run, event: JobEvent): Run => {
  const { index, seed, handle } = run
  const kept = { index, seed, ...(handle !== undefined && { handle }) }
  if (event.type === 'canceled') return isRunFinal(run) ? run : { ...kept, state: 'canceled' }
  if (event.type === 'warned' || event.index !== index) return run
  switch (event.type) {
    case 'dispatched':
      return run.state === 'queued' ? { ...kept, state: 'starting', dispatchedAt: event.at } : run
    case 'withdrawn':
      return run.state === 'starting' ? { ...kept, state: 'queued' } : run
    case 'started':
      if (run.state === 'canceled' && handle === undefined) return { ...run, handle: event.handle }
      return isRunFinal(run) ? run : { index, seed, state: 'running', handle: event.handle }
    case 'finished': {
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
    case 'failed': {
      const { error, cost } = event
      if (run.state === 'canceled' && run.cost === undefined && cost) return { ...run, cost }
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
