import type { BoardChoice, BoardItem, BoardLayout } from '../../shared/board.ts'
import type { boardProcedures } from '../../shared/board-procedures.ts'
import type { Handlers } from '../../shared/rpc.ts'

/** What was asked of the canvas about boards, oldest first. */
export type BoardState = {
  readonly boards: (BoardChoice & { items: BoardItem[] })[]
  readonly refreshed: { node: string; layout: BoardLayout }[]
  /** What the next board says about frames that could not go on it. */
  leftOut: string[]
}

export const createBoardState = (): BoardState => ({ boards: [], refreshed: [], leftOut: [] })

export const scriptedBoards = (state: BoardState): Handlers<typeof boardProcedures> => ({
  makeBoard: (input) => {
    state.boards.push(input)
    return { node: '9:1', leftOut: state.leftOut }
  },
  refreshBoard: (input) => {
    state.refreshed.push(input)
    return { node: input.node, leftOut: [] }
  },
})
