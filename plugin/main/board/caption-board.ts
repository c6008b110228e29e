import type { Size } from '../../../shared/aspect-ratio.ts'
import type { BoardLayout } from '../../../shared/board.ts'
import type { Mark } from '../../../shared/mark.ts'
import { writeBoardPart } from './board-data.ts'
import { addBoardText } from './board-text.ts'
import type { Grid } from './lay-grid.ts'
import { layGrid } from './lay-grid.ts'
import { usualSide } from './optical-size.ts'
import { planBoard } from './plan-board.ts'
import { viewSize } from './view-size.ts'

/** What stands in one cell of a board. */
export type Cell = {
  /** The frame's number on the board. */
  readonly at: number
  /** As large as it is on the board. */
  readonly size: Size
  readonly words: string
  readonly mark: Mark | null
  /** What the others are compared with. */
  readonly isAnchor: boolean
  /** A caption that she wrote anew: it is hers, and only moves. */
  readonly caption: TextNode | null
}

export type Captioned = {
  readonly grid: Grid
  readonly gap: number
  readonly fontSize: number
  /** One for each cell; null for one without words. */
  readonly captions: readonly (TextNode | null)[]
}

/** Writes the captions of a board and finds out where everything goes. Without fonts it has no words. */
export const captionBoard = (
  section: SectionNode,
  cells: readonly Cell[],
  style: { readonly layout: BoardLayout; readonly group: number; readonly hasFonts: boolean },
): Captioned => {
  const sizes = cells.map(({ size, words }) => ({ ...size, words }))
  const plan = planBoard(sizes, style, usualSide(sizes), viewSize())
  const captions = cells.map(({ at, words, isAnchor, caption }, cell) => {
    if (caption !== null || !style.hasFonts) return caption
    const text = addBoardText(section, {
      text: words,
      fontSize: plan.fontSize,
      width: plan.grid.cells[cell]?.caption.width ?? 1,
      font: isAnchor ? 'strong' : 'plain',
    })
    writeBoardPart(text, { part: 'caption', at, text: words })
    return text
  })
  const grid = layGrid({
    ...plan,
    cells: sizes.map((size, cell) => ({ ...size, caption: captions[cell]?.height ?? 0 })),
  })
  section.resizeWithoutConstraints(grid.size.width, grid.size.height)
  return { grid, gap: plan.gap, fontSize: plan.fontSize, captions }
}
