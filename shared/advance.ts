import type { JobEvent, Progress, Run } from './job.ts'
import { isFinal, isRunFinal } from './job.ts'

const advanceRun = (run: Run, event: JobEvent): Run => {
  const { index, seed } = run
  if (event.type === 'canceled') return isRunFinal(run) ? run : { index, seed, state: 'canceled' }
  if (event.type === 'warned' || event.index !== index) return run
  switch (event.type) {
    case 'dispatched':
      return run.state === 'queued' ? { index, seed, state: 'starting' } : run
    case 'started':
      return isRunFinal(run) ? run : { index, seed, state: 'running', handle: event.handle }
    case 'finished':
      return run.state === 'succeeded'
        ? run
        : { index, seed, state: 'succeeded', output: event.output }
    case 'failed':
      return isRunFinal(run) ? run : { index, seed, state: 'failed', error: event.error }
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
 * The job after an event. Pure and total: an event that comes late or twice changes nothing, with one exception that
 * keeps the first promise: a picture that arrives after its run was canceled or given up is kept.
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
