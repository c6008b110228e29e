import * as v from 'valibot'
import { BoardRole, BoardSummary } from './board.ts'
import { Mark } from './mark.ts'
import { NodeId, PictureRef, Placeholder } from './picture-ref.ts'
import { Recipe } from './recipe.ts'

/** The most layers of a selection that the panel hears about one by one. */
export const LAYER_LIMIT = 64

/** A selected layer: a draft or a copy of one when it has a recipe. */
export const Layer = v.object({
  node: NodeId,
  name: v.string(),
  /** Pixels. */
  width: v.number(),
  height: v.number(),
  recipe: v.nullable(Recipe),
  mark: v.nullable(Mark),
  /** The draft that her own work grew from. */
  finishedOf: v.nullable(PictureRef),
  /** What it is to a comparison; null for what cannot be compared: placeholders, boards, captions. */
  role: v.nullable(BoardRole),
  /** The board that it is, or lies on. */
  board: v.nullable(BoardSummary),
  /** The link of her own work that was ungrouped: the nearest parent that holds its layers, and its draft. */
  lostFinished: v.nullable(v.object({ node: NodeId, name: v.string(), of: PictureRef })),
})
export type Layer = v.InferOutput<typeof Layer>

/** What is selected, as far as the panel needs it. */
export const Selection = v.object({
  count: v.number(),
  /** The first selected node's name and size in pixels; null with nothing selected. */
  first: v.nullable(
    v.object({ node: NodeId, name: v.string(), width: v.number(), height: v.number() }),
  ),
  /** The recipe of the selected draft, when exactly one draft (or a copy of one) is selected. */
  recipe: v.nullable(Recipe),
  /** The placeholder that is selected, when exactly one is. */
  placeholder: v.nullable(Placeholder),
  /** The selected layers from the top left to the bottom right; of more than 64 the first ones. */
  layers: v.array(Layer),
})
export type Selection = v.InferOutput<typeof Selection>
