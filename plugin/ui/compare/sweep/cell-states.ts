import type { JobView } from '../../../../shared/contract/index.ts'
import type { JobId } from '../../../../shared/ids.ts'
import { isFinal } from '../../../../shared/job.ts'
import type { Placeholder } from '../../../../shared/picture-ref.ts'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'

/**
 * How a cell of a sweep stands. `waiting`: it has a place, and the proxy has not heard of it. `sent`: its picture is
 * on the way. `kept`: the proxy has its picture, and only a press places it. `empty`: it has no place and no picture.
 */
export type CellState = 'drawn' | 'waiting' | 'sent' | 'failed' | 'kept' | 'empty'

/** What the panel knows. */
export type CellKnowledge = {
  readonly placeholder: (job: JobId) => Placeholder | undefined
  readonly job: (job: JobId) => JobView | undefined
  readonly isSending: (job: JobId) => boolean
  /** This panel has placed its picture; the canvas may not have said so yet. */
  readonly isPlaced: (job: JobId) => boolean
}

const stateOf = (id: JobId, isDrawn: boolean, know: CellKnowledge): CellState => {
  const placeholder = know.placeholder(id)
  const job = know.job(id)
  const output = job?.outputs[0]
  if (placeholder === undefined) {
    if (isDrawn || know.isPlaced(id)) return 'drawn'
    if (job === undefined) return 'empty'
    if (!isFinal(job.state)) return 'sent'
    return output === undefined ? 'empty' : 'kept'
  }
  if (placeholder.failure !== null) return 'failed'
  if (know.isSending(id)) return 'sent'
  if (job === undefined) return 'waiting'
  if (!isFinal(job.state)) return 'sent'
  if (output !== undefined) return output.placed ? 'kept' : 'sent'
  return job.state === 'failed' ? 'failed' : 'empty'
}

/** In the order of the sweep's jobs. */
export const cellStates = (
  { sweep, drawn }: Pick<SweepView, 'sweep' | 'drawn'>,
  know: CellKnowledge,
): readonly CellState[] => {
  const onCanvas = new Set(drawn)
  return sweep.jobs.map((job) => stateOf(job, onCanvas.has(job), know))
}

/** The jobs of the cells that stand so. */
export const cellsIn = (
  { jobs }: Pick<SweepView['sweep'], 'jobs'>,
  states: readonly CellState[],
  wanted: readonly CellState[],
): readonly JobId[] => jobs.filter((_, at) => wanted.some((state) => state === states[at]))
