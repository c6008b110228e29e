import * as v from 'valibot'
import type { SweepBoard } from '../../../../shared/sweep-procedures.ts'
import type { Axis } from '../../../../shared/sweep.ts'
import { Sweep, cellsOf } from '../../../../shared/sweep.ts'

const letters = 'abcdefghjkmnpqrstvwxyz0123456789'
/** The job of a sweep's cell, told apart by its letter. */
export const cellJob = (at: number): string => `job_${letters[at]!.repeat(20)}`

type Part = { columns?: Axis; rows?: Axis | null; jobs?: string[]; id?: string }

export const makeSweep = ({
  columns = { setting: 'loraScale', values: [0, 0.8, 1] },
  rows = { setting: 'guidance', values: [2, 3] },
  jobs,
  id = 'a',
}: Part = {}): Sweep => {
  const count = columns.values.length * (rows?.values.length ?? 1)
  return v.parse(Sweep, {
    id: `sweep_${id.repeat(20)}`,
    base: {
      style: 'nua',
      brief: 'a wizard',
      settings: {
        aspectRatio: '1:1',
        format: 'png',
        steps: 28,
        guidance: 3,
        loraScale: 1,
        seed: 7,
      },
    },
    columns,
    rows,
    followed: null,
    jobs: jobs ?? Array.from({ length: count }, (_, at) => cellJob(at)),
    trial: null,
  })
}

/** Plain words: the values of the axes. */
export const makeBoard = (sweep: Sweep, size = { width: 512, height: 512 }): SweepBoard => ({
  name: 'Sweep',
  columns: sweep.columns.values.map((value) => `column ${JSON.stringify(value)}`),
  rows: sweep.rows?.values.map((value) => `row ${JSON.stringify(value)}`) ?? [],
  cells: sweep.jobs.map((job) => ({ job, ...size, caption: '' })),
})

export const reserveAll = (sweep: Sweep) =>
  cellsOf(sweep).map(({ request: { brief } }, at) => ({ job: sweep.jobs[at]!, brief }))
