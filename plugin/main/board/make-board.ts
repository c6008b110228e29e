import type { BoardChoice, BoardItem, BoardOutcome } from '../../../shared/board.ts'
import { BOARD_LIMIT } from '../../../shared/board.ts'
import { AppError } from '../../../shared/errors.ts'
import { chooseSpots } from '../canvas/choose-spots.ts'
import { excerpt } from '../canvas/excerpt.ts'
import { pageOf } from '../canvas/page-of.ts'
import { rememberPage } from '../canvas/remembered-pages.ts'
import { undoStep } from '../canvas/undo-step.ts'
import { addBoardSection, placeBoard } from './add-board-section.ts'
import { writeBoard } from './board-data.ts'
import { loadBoardFonts } from './board-fonts.ts'
import { orderBoard } from './board-order.ts'
import { fillBoard } from './fill-board.ts'
import type { Source } from './find-sources.ts'
import { findSources } from './find-sources.ts'
import type { ReadyTile } from './ready-tile.ts'
import { readyTile, sideOf } from './ready-tile.ts'
import { showBoard } from './show-board.ts'
import { unseen } from './why-left-out.ts'

const NAME_LIMIT = 40

const boardName = (sources: readonly Source[]): string => {
  const brief = sources.find(({ recipe }) => recipe !== null)?.recipe?.brief
  return brief === undefined ? 'Board' : `Board · ${excerpt(brief, NAME_LIMIT)}`
}

const refuse = (message: string, leftOut: readonly string[]): never => {
  throw new AppError('invalid_request', [message, ...leftOut].join(' '))
}

/** Frames side by side on a new board, in one undo step; see shared/board-procedures.ts. */
export const makeBoard = async (
  choice: BoardChoice,
  items: readonly BoardItem[],
): Promise<BoardOutcome> => {
  if (items.length > BOARD_LIMIT)
    return refuse(`A board holds ${BOARD_LIMIT} frames at most. Select fewer.`, [])
  const page = figma.currentPage
  const { sources, picked, leftOut } = await findSources(items, choice.moves)
  if (sources.length < 2) return refuse('Select at least two frames to put side by side.', leftOut)
  const hasFonts = await loadBoardFonts()
  const { layout, moves } = choice
  const side = sideOf(sources)
  const prepared: ReadyTile[] = []
  for (const source of sources)
    try {
      prepared.push(await readyTile(source, side, layout))
    } catch (error) {
      console.error('A layer could not be drawn.', error)
      leftOut.push(unseen(source.node))
    }
  const ready = prepared.filter(({ node }) => !node.removed)
  if (page.removed || ready.length < 2)
    return refuse('These frames cannot be put side by side any more.', leftOut)
  const order = orderBoard(
    ready.map(({ role }) => role),
    layout,
  )
  const beside = picked.filter((node) => !node.removed && pageOf(node)?.id === page.id)
  const section = undoStep(() => {
    const board = addBoardSection(page, { x: 0, y: 0, width: 1, height: 1 }, boardName(ready))
    writeBoard(board, { layout, moves })
    const place = () => {
      const { width, height } = board
      const { parent, spots } = chooseSpots(
        page,
        beside,
        { width, height, count: 1 },
        { moved: board },
      )
      placeBoard(parent, board, spots[0])
    }
    const filling = { ready, order, layout, hasFonts, captionAt: () => null }
    const { fontSize } = fillBoard(board, filling, place)
    rememberPage(page)
    showBoard(page, board, fontSize)
    return board
  })
  return { node: section.id, leftOut }
}
