import type { BoardLayout } from '../../../shared/board.ts'
import type { BoardOrder } from './board-order.ts'
import { writeBoardPart } from './board-data.ts'
import { boardWords } from './board-words.ts'
import type { Captioned, Cell } from './caption-board.ts'
import { captionBoard } from './caption-board.ts'
import type { OldCaption } from './look-at-board.ts'
import type { ReadyTile } from './ready-tile.ts'
import { settleBoard } from './settle-board.ts'

export type Filling = {
  readonly ready: readonly ReadyTile[]
  readonly order: BoardOrder
  readonly layout: BoardLayout
  readonly hasFonts: boolean
  /** The words that a frame has already. */
  readonly captionAt: (at: number) => OldCaption | null
}

/**
 * Words first, then frames: how large the board is is known before anything moves. `place` puts the board where it
 * goes, meanwhile. `first` is each frame of the board, without those that repeat.
 */
export const fillBoard = (
  section: SectionNode,
  { ready, order, layout, hasFonts, captionAt }: Filling,
  place: () => void,
): Captioned & { readonly first: readonly SceneNode[] } => {
  const words = boardWords(ready)
  const seen = new Set<number>()
  const cells = order.cells.flatMap((at): (Cell & { tile: ReadyTile; again: boolean })[] => {
    const tile = ready[at]
    if (tile === undefined) return []
    const again = seen.has(at)
    seen.add(at)
    return [
      {
        at,
        tile,
        again,
        size: tile.size,
        words: again ? '' : (words[at] ?? ''),
        mark: tile.mark,
        isAnchor: tile.role === 'reference' || tile.role === 'finished',
        caption: again ? null : captionAt(at),
      },
    ]
  })
  const captioned = captionBoard(section, cells, { layout, group: order.group, hasFonts })
  place()
  const settled = cells.map(({ tile, again, ...cell }) => {
    const node = (again ? tile.putAgain : tile.put)(section)
    const { role } = tile
    writeBoardPart(node, { part: 'tile', at: cell.at, source: tile.source, role, again })
    return { ...cell, tile: node }
  })
  settleBoard(section, settled, captioned)
  const first = ready.flatMap((_, at) => settled.find((cell) => cell.at === at)?.tile ?? [])
  return { ...captioned, first }
}
