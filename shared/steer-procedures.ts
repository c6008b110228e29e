import * as v from 'valibot'
import { Mark } from './mark.ts'
import { NodeId, PictureRef } from './picture-ref.ts'
import type { Procedures } from './rpc.ts'

const Nothing = v.void()

/** Her finished work, and the brief of the draft that it grew from; null where that draft is not in the file. */
export const FinishedWork = v.object({
  node: NodeId,
  name: v.string(),
  of: PictureRef,
  brief: v.nullable(v.string()),
})
export type FinishedWork = v.InferOutput<typeof FinishedWork>

/** A draft once more, with one thing different: close to its picture or freer, other words, another seed. */
export const SteerAction = v.picklist(['more-subtle', 'more-strong', 'change', 'new-seed'])
export type SteerAction = v.InferOutput<typeof SteerAction>

/** How a page's rejected drafts make room: into one folded section, or off the canvas. */
export const Tidying = v.picklist(['fold', 'remove'])
export type Tidying = v.InferOutput<typeof Tidying>

/** What the panel asks of the main thread about drafts that are there. Each change is one undo step. */
export const steerProcedures = {
  /** What she thinks of these pictures, on every frame that shows one, copies included; null takes it back. */
  mark: {
    input: v.object({ pictures: v.array(PictureRef), mark: v.nullable(Mark) }),
    output: Nothing,
  },
  /** A layer is her finished work that grew from this draft; null takes the link away. `missing`: the layer is gone. */
  linkFinished: {
    input: v.object({ node: NodeId, of: v.nullable(PictureRef) }),
    output: v.object({ outcome: v.picklist(['linked', 'missing']) }),
  },
  /** Her finished work on the pages that were drafted on, in no order. */
  listFinished: { input: Nothing, output: v.object({ finished: v.array(FinishedWork) }) },
  /** The page's rejected drafts out of the way; answers with how many. */
  tidy: { input: v.object({ how: Tidying }), output: v.object({ count: v.number() }) },
} as const satisfies Procedures
