import type { BoardLayout, BoardOutcome } from '../../../shared/board.ts'
import { AppError } from '../../../shared/errors.ts'
import { pageOf } from '../canvas/page-of.ts'
import { undoStep } from '../canvas/undo-step.ts'
import type { TilePart } from './board-data.ts'
import { readBoard, writeBoard, writeBoardPart } from './board-data.ts'
import { loadBoardFonts } from './board-fonts.ts'
import { orderBoard } from './board-order.ts'
import { fillBoard } from './fill-board.ts'
import type { Source } from './find-sources.ts'
import { describeSource, findLayer } from './find-sources.ts'
import { holdNotes } from './hold-notes.ts'
import { keepDrawings } from './keep-drawings.ts'
import { lookAtBoard } from './look-at-board.ts'
import { makeRoom } from './make-room.ts'
import type { ReadyTile } from './ready-tile.ts'
import { readyTile, sideOf } from './ready-tile.ts'
import { showBoard } from './show-board.ts'
import { whyLeftOut } from './why-left-out.ts'

const GONE = 'The board is not in the file any more.'
const LOCKED = 'The board is locked. Unlock it first.'
const EMPTY = 'There is nothing left on this board to compare.'

const isLocked = (node: BaseNode | null): boolean =>
  node !== null && (('locked' in node && node.locked) || isLocked(node.parent))

/** What a frame of a board shows now: its original, or itself where that is gone. */
const sourceOf = async (node: SceneNode, part: TilePart, moves: boolean): Promise<Source> => {
  const { role, source } = part
  const original = moves ? null : await findLayer(source)
  const stays = original === null || whyLeftOut(original, false) !== null
  return { ...describeSource(stays ? node : original, role, stays), source }
}

/** What cannot be copied any more stays as it is. */
const readyOrKept = async (
  source: Source,
  kept: SceneNode,
  side: number,
  layout: BoardLayout,
): Promise<ReadyTile> => {
  try {
    return await readyTile(source, side, layout)
  } catch (error) {
    console.error('A layer could not be drawn again.', error)
    const itself = { ...describeSource(kept, source.role, true), source: source.source }
    return readyTile(itself, side, 'grid')
  }
}

/** A board as its frames are now, in one undo step; see shared/board-procedures.ts. */
export const refreshBoard = async (id: string, layout: BoardLayout): Promise<BoardOutcome> => {
  const section = await findLayer(id)
  const board = readBoard(section)
  const page = section === null ? null : pageOf(section)
  if (section?.type !== 'SECTION' || board === null || page === null)
    throw new AppError('invalid_request', GONE)
  if (isLocked(section)) throw new AppError('invalid_request', LOCKED)
  const hasFonts = await loadBoardFonts()
  const found = lookAtBoard(section)
  const sources: Source[] = []
  for (const { node, part } of found.tiles) sources.push(await sourceOf(node, part, board.moves))
  const side = sideOf(sources)
  const ready: ReadyTile[] = []
  for (const [at, source] of sources.entries())
    ready.push(await readyOrKept(source, found.tiles[at]?.node ?? source.node, side, layout))
  const order = orderBoard(
    ready.map(({ role }) => role),
    layout,
  )
  const { tiles, made, captions, notes } = found
  const isGone = section.removed || [...tiles, ...ready].some(({ node }) => node.removed)
  if (isGone || ready.length === 0) throw new AppError('invalid_request', isGone ? GONE : EMPTY)

  undoStep(() => {
    const before = section.absoluteBoundingBox
    const settle = holdNotes(
      section,
      notes.filter(({ removed }) => !removed),
      tiles.map(({ node }) => node),
    )
    for (const node of made) if (!node.removed) node.remove()
    writeBoard(section, { ...board, layout })
    const captionOfHers = (at: number): TextNode | null => {
      const caption = captions.get(tiles[at]?.part.at ?? -1)
      if (caption === undefined || caption.removed) return null
      writeBoardPart(caption, { part: 'caption', at, text: '' })
      return caption
    }
    const filling = { ready, order, layout, hasFonts, captionOfHers }
    const { grid, gap, fontSize, first } = fillBoard(section, filling, () => undefined)
    for (const [at, { node }] of tiles.entries()) {
      const next = first[at]
      if (next === undefined || next.id === node.id) continue
      keepDrawings(section, node, next)
      node.remove()
    }
    const taken = grid.cells.flatMap(({ picture, caption }) => [picture, caption])
    const size = settle(first, taken, grid.size, gap)
    section.resizeWithoutConstraints(size.width, size.height)
    if (before !== null && makeRoom(page, section, before)) showBoard(page, section, fontSize)
    else page.selection = [section]
  })
  return { node: section.id, leftOut: [] }
}
