import type { Size } from '../../../shared/aspect-ratio.ts'
import type { Rectangle } from '../canvas/rectangle.ts'

/** A picture's size, and the height of the caption under it: 0 for none. */
export type GridCell = Size & { readonly caption: number }

export type GridPlan = {
  /** Row by row, from left to right; null leaves a place empty. */
  readonly cells: readonly (GridCell | null)[]
  readonly columns: number
  /** Pixels between columns. All other distances follow it. */
  readonly gap: number
  /** So many columns belong together and stand closer than the next ones; 1 without it. */
  readonly group?: number
  /** Room for words above the columns (their height) and before the rows (their width); 0 for none. */
  readonly headings?: { readonly height: number; readonly width: number }
}

/** In pixels from the board's top left corner. */
export type Grid = {
  readonly size: Size
  readonly cells: readonly { readonly picture: Rectangle; readonly caption: Rectangle }[]
  readonly columnHeadings: readonly Rectangle[]
  readonly rowHeadings: readonly Rectangle[]
}

const PADDING = 1.5
const ROW_GAP = 1.25
const CAPTION_GAP = 0.3
const WITHIN_GROUP = 0.25
const BETWEEN_GROUPS = 1.75

const atLeast = (numbers: readonly number[]): number => Math.max(0, ...numbers)

/** Where each of these spans begins, from `start` on; `gapAfter` is the distance to the next one. */
const starts = (
  lengths: readonly number[],
  start: number,
  gapAfter: (at: number) => number,
): readonly number[] => {
  let next = start
  return lengths.map((length, at) => {
    const here = next
    next += length + gapAfter(at)
    return here
  })
}

const endOf = (begins: readonly number[], lengths: readonly number[], start: number): number =>
  begins.length === 0 ? start : (begins.at(-1) ?? start) + (lengths.at(-1) ?? 0)

/**
 * Pictures in columns and rows: each column as wide as its widest picture, each row's pictures standing on one line
 * with their captions under it, headings above the columns and before the rows. Empty places are left out of `cells`.
 */
export const layGrid = ({ cells, columns, gap, group = 1, headings }: GridPlan): Grid => {
  const inColumn = (column: number) => cells.filter((_, at) => at % columns === column)
  const inRow = (row: number) => cells.slice(row * columns, (row + 1) * columns)
  const rows = Math.ceil(cells.length / columns)
  const widths = Array.from({ length: Math.min(columns, cells.length) }, (_, column) =>
    atLeast(inColumn(column).map((cell) => cell?.width ?? 0)),
  )
  const heights = Array.from({ length: rows }, (_, row) =>
    atLeast(inRow(row).map((cell) => cell?.height ?? 0)),
  )
  const captions = Array.from({ length: rows }, (_, row) =>
    atLeast(inRow(row).map((cell) => cell?.caption ?? 0)),
  )
  const captionGaps = captions.map((height) => (height === 0 ? 0 : gap * CAPTION_GAP))
  const full = heights.map((height, row) => height + (captionGaps[row] ?? 0) + (captions[row] ?? 0))

  const padding = gap * PADDING
  const besides = (length: number) => (length === 0 ? 0 : length + gap * CAPTION_GAP * 2)
  const left = padding + besides(headings?.width ?? 0)
  const top = padding + besides(headings?.height ?? 0)
  const gapAfter = (column: number): number => {
    if (group === 1) return gap
    return gap * ((column + 1) % group === 0 ? BETWEEN_GROUPS : WITHIN_GROUP)
  }
  const xs = starts(widths, left, gapAfter)
  const ys = starts(full, top, () => gap * ROW_GAP)

  return {
    size: {
      width: Math.ceil(endOf(xs, widths, left) + padding),
      height: Math.ceil(endOf(ys, full, top) + padding),
    },
    cells: cells.flatMap((cell, at) => {
      if (cell === null) return []
      const column = at % columns
      const row = Math.floor(at / columns)
      const x = xs[column] ?? left
      const bottom = (ys[row] ?? top) + (heights[row] ?? 0)
      const { width, height, caption } = cell
      return [
        {
          picture: { x, y: bottom - height, width, height },
          caption: {
            x,
            y: bottom + (captionGaps[row] ?? 0),
            width: widths[column] ?? width,
            height: caption,
          },
        },
      ]
    }),
    columnHeadings: widths.map((width, column) => ({
      x: xs[column] ?? left,
      y: padding,
      width,
      height: headings?.height ?? 0,
    })),
    rowHeadings: heights.map((height, row) => ({
      x: padding,
      y: ys[row] ?? top,
      width: headings?.width ?? 0,
      height,
    })),
  }
}
