import * as v from 'valibot'
import { BoardItem, BoardLayout, BoardOutcome } from './board.ts'
import { NodeId } from './picture-ref.ts'
import type { Procedures } from './rpc.ts'

/** What the panel asks of the main thread about boards. Each change is one undo step. */
export const boardProcedures = {
  /**
   * A labelled board beside these frames, selected and in sight; the choice is remembered. Throws AppError
   * `invalid_request` in words when there is nothing to compare.
   */
  makeBoard: {
    input: v.object({ items: v.array(BoardItem), layout: BoardLayout, moves: v.boolean() }),
    output: BoardOutcome,
  },
  /** Copies made anew from their originals, captions and places as they are now; her own notes stay. */
  refreshBoard: {
    input: v.object({ node: NodeId, layout: BoardLayout }),
    output: BoardOutcome,
  },
} as const satisfies Procedures
