import * as v from 'valibot'
import { NodeRecord } from './document/node-record.ts'

/** A whole document as JSON, to resume after a reload. Image bytes and clientStorage are kept beside it. */
export const DocumentSnapshot = v.object({
  version: v.literal(1),
  /** The number of the next node's id. */
  nextId: v.number(),
  currentPage: v.string(),
  nodes: v.array(NodeRecord),
})
export type DocumentSnapshot = v.InferOutput<typeof DocumentSnapshot>
