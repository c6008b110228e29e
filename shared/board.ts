import * as v from 'valibot'
import { NodeId } from './picture-ref.ts'

/** The most frames of one board. */
export const BOARD_LIMIT = 64

/** What a frame is to a comparison, in the order in which a board shows them. */
export const BoardRole = v.picklist(['reference', 'draft', 'own', 'finished'])
export type BoardRole = v.InferOutput<typeof BoardRole>

/** `against-…`: each of the others beside its own copy of the reference, or of the finished work. */
export const BoardLayout = v.picklist(['row', 'grid', 'against-reference', 'against-finished'])
export type BoardLayout = v.InferOutput<typeof BoardLayout>

export const BoardItem = v.object({ node: NodeId, role: BoardRole })
export type BoardItem = v.InferOutput<typeof BoardItem>

/** How she likes her boards; kept on this device. */
export const BoardChoice = v.object({
  layout: BoardLayout,
  /** The frames themselves instead of copies. */
  moves: v.boolean(),
})
export type BoardChoice = v.InferOutput<typeof BoardChoice>

/** A board, as far as the panel needs it. */
export const BoardSummary = v.object({ node: NodeId, layout: BoardLayout, moves: v.boolean() })
export type BoardSummary = v.InferOutput<typeof BoardSummary>

/** The board, and a sentence about each frame that could not go on it. */
export const BoardOutcome = v.object({ node: NodeId, leftOut: v.array(v.string()) })
export type BoardOutcome = v.InferOutput<typeof BoardOutcome>
