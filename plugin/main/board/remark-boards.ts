import { readBoard } from './board-data.ts'
import { loadBoardFonts } from './board-fonts.ts'
import { describeSource } from './find-sources.ts'
import { isLocked } from './is-locked.ts'
import { lookAtBoard } from './look-at-board.ts'
import { readyItself } from './ready-tile.ts'
import { relayBoard } from './relay-board.ts'

const relay = (section: SectionNode): void => {
  const board = readBoard(section)
  if (board === null || isLocked(section)) return
  const found = lookAtBoard(section)
  const ready = found.tiles.map(({ node, part }) =>
    readyItself({ ...describeSource(node, part.role, true), source: part.source }),
  )
  try {
    relayBoard(section, { found, ready, layout: board.layout, hasFonts: true })
  } catch (error) {
    // It has lost what the others stand beside: the marks count, and a refresh says what is missing.
    console.error('A board could not show a mark.', error)
  }
}

/**
 * Lets the boards that show these frames say what she thinks of them now: captions and rings, nothing is copied anew.
 * What comes back is for within the undo step of the marks.
 */
export const remarkBoards = async (frames: readonly SceneNode[]): Promise<() => void> => {
  const boards = new Map(
    frames.flatMap(({ parent }) =>
      parent?.type === 'SECTION' && readBoard(parent) !== null ? [[parent.id, parent]] : [],
    ),
  )
  // Without fonts a board says it when it is refreshed where they are.
  const hasFonts = boards.size > 0 && (await loadBoardFonts())
  return () => {
    if (hasFonts) for (const board of boards.values()) if (!board.removed) relay(board)
  }
}
