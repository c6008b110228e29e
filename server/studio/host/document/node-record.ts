import * as v from 'valibot'

/** The kinds of node that the host offers. */
export const NodeType = v.picklist([
  'DOCUMENT',
  'PAGE',
  'FRAME',
  'GROUP',
  'SECTION',
  'RECTANGLE',
  'ELLIPSE',
  'TEXT',
  'COMPONENT',
  'INSTANCE',
])
export type NodeType = v.InferOutput<typeof NodeType>

/**
 * One node, as plain JSON that is never changed in place: an edit stores a new record, so that a step of the undo
 * history is no more than the records before and after.
 */
export const NodeRecord = v.object({
  id: v.string(),
  type: NodeType,
  parent: v.nullable(v.string()),
  children: v.array(v.string()),
  /** Only what differs from the defaults of its type. */
  properties: v.record(v.string(), v.unknown()),
  /** Private data by key, shared data by `namespace/key`. */
  pluginData: v.record(v.string(), v.string()),
  /** Command → description. */
  relaunchData: v.record(v.string(), v.string()),
})
export type NodeRecord = Readonly<v.InferOutput<typeof NodeRecord>>
