import type { Outcome } from '../../../../shared/comparison.ts'
import type { JobId } from '../../../../shared/ids.ts'
import type { Sweep } from '../../../../shared/sweep.ts'

const LETTERS = ['A', 'B', 'C'] as const

/** A picture of a row, from left to right. */
export type TrialPlace = {
  /** Its key, and what it is called while nobody is to know its version. */
  readonly letter: string
  readonly job: JobId
  /** The model of its version. */
  readonly version: string
}

export type TrialRow = {
  readonly brief: string
  readonly seed: number
  readonly places: readonly TrialPlace[]
  readonly outcome: Outcome | null
}

/** The rows of a trial as they stand on its board; none for a sweep that is no trial. */
export const trialRows = ({ columns, rows, jobs, trial }: Sweep): readonly TrialRow[] => {
  if (trial === null || columns.setting !== 'version' || rows?.setting !== 'subject') return []
  return rows.values.flatMap(({ brief, seed }, row) => {
    const { order = [], outcome = null } = trial.rows[row] ?? {}
    const places = order.flatMap((column, place) => {
      const job = jobs[row * columns.values.length + column]
      const version = columns.values[column]
      const letter = LETTERS[place]
      return job === undefined || version === undefined || letter === undefined
        ? []
        : [{ letter, job, version }]
    })
    return [{ brief, seed, places, outcome }]
  })
}

/** With what she chose in a row; null takes it back. */
export const withOutcome = (sweep: Sweep, row: number, outcome: Outcome | null): Sweep => ({
  ...sweep,
  trial: sweep.trial && {
    ...sweep.trial,
    rows: sweep.trial.rows.map((one, at) => (at === row ? { ...one, outcome } : one)),
  },
})
