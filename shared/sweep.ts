import * as v from 'valibot'
import { AspectRatio } from './aspect-ratio.ts'
import type { GenerateRequest } from './generate-request.ts'
import { Seed, pictureEntries } from './settings.ts'
import { chooseWildcards, countWildcards } from './wildcards.ts'

/** The most pictures of one sweep. */
export const SWEEP_LIMIT = 64

const some = <S extends v.GenericSchema>(value: S) => v.pipe(v.array(value), v.minLength(1))

/**
 * What changes along the rows or the columns of a sweep. `words` has no values of its own: they are the brief's
 * wildcards.
 */
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
  v.object({ setting: v.literal('version'), values: some(v.string()) }),
  v.object({ setting: v.literal('words') }),
])
export type Axis = v.InferOutput<typeof Axis>

/** One job as it would be pressed, without its id: every cell differs from it along the axes only. */
export type SweepBase = Omit<GenerateRequest, 'id' | 'count'>

/** How many cells an axis has for a brief. */
export const lengthOf = (axis: Axis, brief: string): number =>
  axis.setting === 'words' ? countWildcards(brief) : axis.values.length

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
      return { ...base, brief: chooseWildcards(base.brief, index) }
  }
}

export type Cell = { readonly row: number; readonly column: number; readonly request: SweepBase }

/**
 * The cells of a sweep, row by row. Without a seed axis all cells share one seed, so that they differ in nothing else:
 * `base` needs a locked one. A brief with wildcards and no `words` axis keeps its first options.
 */
export const cellsOf = (base: SweepBase, columns: Axis, rows: Axis | null): readonly Cell[] => {
  const hasWords = columns.setting === 'words' || rows?.setting === 'words'
  const fixed = hasWords ? base : { ...base, brief: chooseWildcards(base.brief, 0) }
  const height = rows === null ? 1 : lengthOf(rows, base.brief)
  return Array.from({ length: height }, (_, row) => {
    const inRow = rows === null ? fixed : along(fixed, rows, row)
    return Array.from({ length: lengthOf(columns, base.brief) }, (_, column) => ({
      row,
      column,
      request: along(inRow, columns, column),
    }))
  }).flat()
}
