import * as v from 'valibot'
import { AspectRatio } from './aspect-ratio.ts'
import { Outcome } from './comparison.ts'
import { Brief, GenerateRequest } from './generate-request.ts'
import { ComparisonId, JobId, SweepId } from './ids.ts'
import { Seed, pictureEntries } from './settings.ts'

/** The most pictures of one sweep. */
export const SWEEP_LIMIT = 64

const some = <S extends v.GenericSchema>(value: S) => v.pipe(v.array(value), v.minLength(1))
const Version = v.pipe(v.string(), v.minLength(1), v.maxLength(600))

/** What changes along the rows or the columns of a sweep. */
export const Axis = v.variant('setting', [
  v.object({ setting: v.literal('loraScale'), values: some(pictureEntries.loraScale) }),
  v.object({ setting: v.literal('guidance'), values: some(pictureEntries.guidance) }),
  v.object({ setting: v.literal('steps'), values: some(pictureEntries.steps) }),
  v.object({ setting: v.literal('seed'), values: some(Seed) }),
  v.object({ setting: v.literal('aspectRatio'), values: some(AspectRatio) }),
  v.object({
    setting: v.literal('strength'),
    values: some(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  v.object({ setting: v.literal('version'), values: some(Version) }),
  /** Whole briefs: what a brief with wildcards stands for. */
  v.object({ setting: v.literal('words'), values: some(Brief) }),
  /** The rows of a trial. */
  v.object({
    setting: v.literal('subject'),
    values: some(v.object({ brief: Brief, seed: Seed })),
  }),
])
export type Axis = v.InferOutput<typeof Axis>
export type AxisSetting = Axis['setting']

/** One job as it would be pressed, without its id: every cell differs from it along the axes only. */
export const SweepBase = v.omit(GenerateRequest, ['id', 'count'])
export type SweepBase = v.InferOutput<typeof SweepBase>

/** Versions of a style, given as columns, that she chooses among row by row. */
export const Trial = v.object({
  /** Nothing says which version is which until it is over. */
  isBlind: v.boolean(),
  isOver: v.boolean(),
  rows: v.array(
    v.object({
      comparison: ComparisonId,
      /** Which column's picture stands at each place, from left to right. */
      order: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
      /** Null until she has chosen. */
      outcome: v.nullable(Outcome),
    }),
  ),
})
export type Trial = v.InferOutput<typeof Trial>

/** A board of drafts that differ along one or two axes. Kept with its section, so that any panel can go on with it. */
export const Sweep = v.pipe(
  v.object({
    id: SweepId,
    base: SweepBase,
    columns: Axis,
    rows: v.nullable(Axis),
    /** Pixels of the pictures, where they follow a reference: it decides their shape. */
    followed: v.nullable(v.object({ width: v.number(), height: v.number() })),
    /** Of each cell, row by row; made at the press, so that a cell that is sent again is the same job. */
    jobs: v.pipe(v.array(JobId), v.maxLength(SWEEP_LIMIT)),
    trial: v.nullable(Trial),
  }),
  v.check(
    ({ jobs, columns, rows }) => jobs.length === columns.values.length * (rows?.values.length ?? 1),
    'A sweep has a job for each cell.',
  ),
)
export type Sweep = v.InferOutput<typeof Sweep>

/** Whether nobody is to know yet which version of a trial is which. */
export const isSecret = ({ trial }: Pick<Sweep, 'trial'>): boolean =>
  trial !== null && trial.isBlind && !trial.isOver

const at = <T>(values: readonly T[], index: number): T => {
  const value = values[index]
  if (value === undefined) throw new RangeError(`An axis has no value ${index}.`)
  return value
}

const along = (base: SweepBase, axis: Axis, index: number): SweepBase => {
  const { settings, reference } = base
  switch (axis.setting) {
    case 'loraScale':
    case 'guidance':
    case 'steps':
    case 'seed':
      return { ...base, settings: { ...settings, [axis.setting]: at(axis.values, index) } }
    case 'aspectRatio':
      return { ...base, settings: { ...settings, aspectRatio: at(axis.values, index) } }
    case 'strength':
      return reference === undefined
        ? base
        : { ...base, reference: { ...reference, strength: at(axis.values, index) } }
    case 'version':
      return { ...base, version: at(axis.values, index) }
    case 'words':
      return { ...base, brief: at(axis.values, index) }
    case 'subject': {
      const { brief, seed } = at(axis.values, index)
      return { ...base, brief, settings: { ...settings, seed } }
    }
  }
}

export type Axes = Pick<Sweep, 'base' | 'columns' | 'rows'>
export type Cell = { readonly row: number; readonly column: number; readonly request: SweepBase }

/** The cells of a sweep, row by row. Where no axis changes the seed, all share the base's: it needs one. */
export const cellsOf = ({ base, columns, rows }: Axes): readonly Cell[] =>
  Array.from({ length: rows?.values.length ?? 1 }, (_, row) => {
    const inRow = rows === null ? base : along(base, rows, row)
    return columns.values.map((_, column) => ({
      row,
      column,
      request: along(inRow, columns, column),
    }))
  }).flat()

/** The job of each cell, complete and always the same. */
export const requestsOf = (sweep: Sweep): readonly GenerateRequest[] =>
  cellsOf(sweep).flatMap(({ request }, index) => {
    const id = sweep.jobs[index]
    return id === undefined ? [] : [{ ...request, id, count: 1 }]
  })
