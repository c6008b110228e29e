import type { boardProcedures } from '../../../shared/board-procedures.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import { BOARD_KEY, save, storedBoardChoice } from '../storage.ts'
import { makeBoard } from './make-board.ts'
import { refreshBoard } from './refresh-board.ts'

/** What the main thread does about boards; see shared/board-procedures.ts. */
export const boardHandlers = (): Handlers<typeof boardProcedures> => ({
  makeBoard: async ({ items, ...choice }) => {
    const outcome = await makeBoard(choice, items)
    await save(BOARD_KEY, storedBoardChoice, choice)
    return outcome
  },
  refreshBoard: ({ node, layout }) => refreshBoard(node, layout),
})
