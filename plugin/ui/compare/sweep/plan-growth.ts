import { withValuesOf } from '../../../../shared/grow-sweep.ts'
import type { Axes, Axis, Sweep } from '../../../../shared/sweep.ts'
import { cellsOf } from '../../../../shared/sweep.ts'
import { AXIS_NAMES } from './axis-names.ts'
import { tooMany } from './plan-sweep.ts'
import type { AxisSurroundings, ReadAxis } from './read-axis.ts'
import { readAxis } from './read-axis.ts'

/** What she typed for each axis; null where she has not. */
export type GrowthTexts = { readonly columns: string | null; readonly rows: string | null }

export type Growth = {
  readonly axes: Axes
  /** Cells that it gains. */
  readonly added: number
  readonly problem: string | null
}

/** What a sweep becomes with the values that she typed: they come after those that it has. */
export const planGrowth = (
  sweep: Sweep,
  texts: GrowthTexts,
  surroundings: AxisSurroundings,
): Growth => {
  const read = (axis: Axis | null, text: string | null): ReadAxis | null =>
    axis === null || text === null || axis.setting === 'subject'
      ? null
      : readAxis(axis.setting, text, surroundings)
  const longer = (axis: Axis, typed: ReadAxis | null): Axis =>
    typed?.axis == null ? axis : withValuesOf(axis, typed.axis)

  const columns = read(sweep.columns, texts.columns)
  const rows = read(sweep.rows, texts.rows)
  const brief =
    (sweep.columns.setting === 'words' ? texts.columns : null) ??
    (sweep.rows?.setting === 'words' ? texts.rows : null) ??
    sweep.base.brief
  const axes = {
    base: { ...sweep.base, brief },
    columns: longer(sweep.columns, columns),
    rows: sweep.rows && longer(sweep.rows, rows),
  }
  const count = cellsOf(axes).length
  return {
    axes,
    added: count - sweep.jobs.length,
    problem: columns?.problem ?? rows?.problem ?? tooMany(count),
  }
}

export const nameOfAxis = ({ setting }: Axis): string =>
  setting === 'subject' ? 'Briefs' : AXIS_NAMES[setting]
