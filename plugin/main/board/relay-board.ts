import type { BoardLayout } from '../../../shared/board.ts'
import { orderBoard } from './board-order.ts'
import { fillBoard } from './fill-board.ts'
import { holdNotes } from './hold-notes.ts'
import { keepDrawings } from './keep-drawings.ts'
import type { OnBoard } from './look-at-board.ts'
import type { ReadyTile } from './ready-tile.ts'

export type Relay = {
  readonly found: OnBoard
  /** What goes in the place of each frame that was found, in their order: a new copy, or the frame itself. */
  readonly ready: readonly ReadyTile[]
  readonly layout: BoardLayout
  readonly hasFonts: boolean
}

/**
 * Lays out a board that is there, around what is hers. Throws for a layout that its frames cannot have, before anything
 * is changed. Answers with the size of its letters.
 */
export const relayBoard = (
  section: SectionNode,
  { found, ready, layout, hasFonts }: Relay,
): number => {
  const { tiles, captions, made, notes } = found
  const order = orderBoard(
    ready.map(({ role }) => role),
    layout,
  )
  const settleNotes = holdNotes(
    section,
    notes,
    tiles.map(({ node }) => node),
  )
  for (const node of made) node.remove()
  // One that she dragged here from another board may have the number of a frame that is here.
  const isFirst = (at: number) =>
    tiles.findIndex(({ part }) => part.at === tiles[at]?.part.at) === at
  const captionAt = (at: number) =>
    isFirst(at) ? (captions.get(tiles[at]?.part.at ?? -1) ?? null) : null
  const filling = { ready, order, layout, hasFonts, captionAt }
  const { grid, gap, fontSize, first } = fillBoard(section, filling, () => undefined)
  for (const [at, { node }] of tiles.entries()) {
    const next = first[at]
    if (next === undefined || next.id === node.id) continue
    keepDrawings(section, node, next)
    node.remove()
  }
  const numbers = new Set(tiles.map(({ part }) => part.at))
  for (const [at, { node, isHers }] of captions) if (!numbers.has(at) && !isHers) node.remove()
  const taken = grid.cells.flatMap(({ picture, caption }) => [picture, caption])
  const size = settleNotes(first, taken, grid.size, gap)
  section.resizeWithoutConstraints(size.width, size.height)
  return fontSize
}
