import * as v from 'valibot'
import { JobId } from './ids.ts'

/** A node's id in the Figma file. */
export const NodeId = v.string()

const Index = v.pipe(v.number(), v.integer(), v.minValue(0))

/** One picture of one job, as the canvas knows it. */
export const PictureRef = v.object({ job: JobId, index: Index })
export type PictureRef = v.InferOutput<typeof PictureRef>

/** A frame that holds a draft's place. */
export const Placeholder = v.object({
  ...PictureRef.entries,
  node: NodeId,
  /** Why it failed, in words; null while it waits. */
  failure: v.nullable(v.string()),
})
export type Placeholder = v.InferOutput<typeof Placeholder>
