import type { Size } from '../../../shared/aspect-ratio.ts'
import type { BoardLayout } from '../../../shared/board.ts'
import type { Mark } from '../../../shared/mark.ts'
import { writeBoardPart } from './board-data.ts'
import { addBoardText, writeBoardText } from './board-text.ts'
import type { Grid } from './lay-grid.ts'
import { layGrid } from './lay-grid.ts'
import type { OldCaption } from './look-at-board.ts'
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
  /** The words that are there already. */
  readonly caption: OldCaption | null
}

export type Captioned = {
  readonly grid: Grid
  readonly gap: number
  readonly fontSize: number
  /** One for each cell; null for one without words. */
  readonly captions: readonly (TextNode | null)[]
}

/** Writes the captions of a board and finds out where everything goes. Without fonts none is written; what repeats has none. */
export const captionBoard = (
  section: SectionNode,
  cells: readonly Cell[],
  style: { readonly layout: BoardLayout; readonly group: number; readonly hasFonts: boolean },
): Captioned => {
  const sizes = cells.map(({ size, words }) => ({ ...size, words }))
  const plan = planBoard(sizes, style, usualSide(sizes), viewSize())
  const captions = cells.map(({ at, words, isAnchor, caption }, cell) => {
    const old = caption?.node ?? null
    if (caption?.isHers === true || words === '' || !style.hasFonts) {
      if (old !== null) writeBoardPart(old, { part: 'caption', at, text: '' })
      return old
    }
    const text = {
      text: words,
      fontSize: plan.fontSize,
      width: plan.grid.cells[cell]?.caption.width ?? 1,
      font: isAnchor ? 'strong' : 'plain',
    } as const
    const node = old ?? addBoardText(section, text)
    if (old !== null) writeBoardText(old, text)
    writeBoardPart(node, { part: 'caption', at, text: words })
    return node
  })
  const grid = layGrid({
    ...plan,
    cells: sizes.map((size, cell) => ({ ...size, caption: captions[cell]?.height ?? 0 })),
  })
  section.resizeWithoutConstraints(grid.size.width, grid.size.height)
  return { grid, gap: plan.gap, fontSize: plan.fontSize, captions }
}
