import type { Size } from '../../../shared/aspect-ratio.ts'
import type { BoardLayout } from '../../../shared/board.ts'
import { guessTextHeight } from './board-text.ts'
import type { Grid, GridPlan } from './lay-grid.ts'
import { layGrid } from './lay-grid.ts'
import { chooseFontSize, zoomOf } from './readable.ts'

/** Letters of a caption, as a part of the side of a picture. */
const SMALLEST = 1 / 22
const LARGEST = 1 / 7.5
const SIZE_TO_COMPARE = 1 / 12

export type BoardCell = Size & { readonly words: string }

export type BoardPlan = Pick<GridPlan, 'columns' | 'group' | 'gap'> & {
  readonly fontSize: number
  /** With the room for captions guessed: the widths are right, the heights are not yet. */
  readonly grid: Grid
}

const gapFor = (side: number, fontSize: number): number => Math.round(side * 0.05 + fontSize)

/**
 * How a board is laid out so that it is seen as large as it can be, and its words can be read then. `side` is what a
 * picture usually measures.
 */
export const planBoard = (
  cells: readonly BoardCell[],
  { layout, group }: { readonly layout: BoardLayout; readonly group: number },
  side: number,
  view: Size,
): BoardPlan => {
  const layAt = (columns: number, fontSize: number): Grid => {
    const gap = gapFor(side, fontSize)
    const plan = { columns, group, gap }
    const { cells: places } = layGrid({
      ...plan,
      cells: cells.map((cell) => ({ ...cell, caption: 0 })),
    })
    return layGrid({
      ...plan,
      cells: cells.map((cell, at) => ({
        ...cell,
        caption: guessTextHeight(cell.words, places[at]?.caption.width ?? cell.width, fontSize),
      })),
    })
  }
  const groups = cells.length / group
  const middle = Math.round(Math.sqrt((groups * view.width) / view.height / group))
  const candidates = [-2, -1, 0, 1, 2, 3]
    .map((by) => Math.min(groups, Math.max(1, middle + by)))
    .map((perRow) => {
      const columns = perRow * group
      return { columns, zoom: zoomOf(layAt(columns, side * SIZE_TO_COMPARE).size, view) }
    })
  const best = candidates.reduce((a, b) => (b.zoom > a.zoom ? b : a))
  const columns = layout === 'row' ? cells.length : best.columns
  const fontSize = chooseFontSize((size) => layAt(columns, size).size, view, {
    least: side * SMALLEST,
    most: side * LARGEST,
  })
  return { columns, group, gap: gapFor(side, fontSize), fontSize, grid: layAt(columns, fontSize) }
}
