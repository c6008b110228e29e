import type { BoardLayout, BoardOutcome } from '../../../shared/board.ts'
import { AppError } from '../../../shared/errors.ts'
import { pageOf } from '../canvas/page-of.ts'
import { undoStep } from '../canvas/undo-step.ts'
import type { TilePart } from './board-data.ts'
import { readBoard, writeBoard } from './board-data.ts'
import { loadBoardFonts } from './board-fonts.ts'
import type { Source } from './find-sources.ts'
import { describeSource, findLayer } from './find-sources.ts'
import { freePlace } from './free-place.ts'
import { isLocked } from './is-locked.ts'
import { lookAtBoard } from './look-at-board.ts'
import type { ReadyTile } from './ready-tile.ts'
import { readyItself, readyTile, sideOf } from './ready-tile.ts'
import { relayBoard } from './relay-board.ts'
import { showBoard } from './show-board.ts'
import { whyLeftOut } from './why-left-out.ts'

const refuse = (message: string): never => {
  throw new AppError('invalid_request', message)
}
const GONE = 'The board is not in the file any more.'

/** What a frame of a board shows now: its original, or itself where that is gone. */
const sourceOf = async (node: SceneNode, part: TilePart, moves: boolean): Promise<Source> => {
  const original = moves ? null : await findLayer(part.source)
  const isItself = original === null || original.id === node.id
  const stays = isItself || whyLeftOut(original, false) !== null
  return { ...describeSource(stays ? node : original, part.role, stays), source: part.source }
}

/** A board as its frames are now, in one undo step; see shared/board-procedures.ts. */
export const refreshBoard = async (id: string, layout: BoardLayout): Promise<BoardOutcome> => {
  const section = await findLayer(id)
  const board = readBoard(section)
  if (section?.type !== 'SECTION' || board === null) return refuse(GONE)
  if (isLocked(section)) return refuse('The board is locked. Unlock it first.')
  const hasFonts = await loadBoardFonts()
  const { tiles } = lookAtBoard(section)
  if (tiles.length === 0) return refuse('There is nothing left on this board to compare.')
  const sources: Source[] = []
  for (const { node, part } of tiles) sources.push(await sourceOf(node, part, board.moves))
  const side = sideOf(sources)
  const ready: ReadyTile[] = []
  for (const [at, source] of sources.entries())
    try {
      ready.push(await readyTile(source, side, layout))
    } catch (error) {
      console.error('A layer could not be drawn again.', error)
      const { node = source.node } = tiles[at] ?? {}
      ready.push(readyItself({ ...describeSource(node, source.role, true), source: source.source }))
    }

  // She may have gone on working meanwhile: what is there now is laid out, or nothing is.
  const page = section.removed ? null : pageOf(section)
  if (page === null) return refuse(GONE)
  const found = lookAtBoard(section)
  const isSame =
    found.tiles.length === tiles.length &&
    found.tiles.every(({ node }, at) => node.id === tiles[at]?.node.id)
  if (!isSame || ready.some(({ node }) => node.removed))
    return refuse('The board was edited meanwhile. Refresh it again.')
  undoStep(() => {
    const before = section.absoluteBoundingBox
    const fontSize = relayBoard(section, { found, ready, layout, hasFonts })
    writeBoard(section, { ...board, layout })
    const { width, height } = section
    const { x, y } = freePlace(section, { width, height }, before)
    const stays = x === section.x && y === section.y
    section.x = x
    section.y = y
    if (stays) page.selection = [section]
    else showBoard(page, section, fontSize)
  })
  return { node: section.id, leftOut: [] }
}
