import { addRing } from './add-ring.ts'
import { writeBoardPart } from './board-data.ts'
import type { Captioned, Cell } from './caption-board.ts'
import { moveTo } from './move-to.ts'

/** Puts the frames and captions of a board in their places, with rings around what is marked. */
export const settleBoard = (
  section: SectionNode,
  cells: readonly (Cell & { readonly tile: SceneNode })[],
  { grid, gap, captions }: Captioned,
): void =>
  cells.forEach(({ at, tile, mark }, cell) => {
    const place = grid.cells[cell]
    const caption = captions[cell]
    if (place === undefined) return
    moveTo(section, tile, place.picture)
    if (caption != null) moveTo(section, caption, place.caption)
    if (mark !== null)
      writeBoardPart(addRing(section, place.picture, gap, mark), { part: 'ring', at })
  })
