import * as v from 'valibot'
import { NodeProperties, type PropertyName } from './node-properties.ts'
import { initialByType, initialProperties } from './initial-properties.ts'

/** The types of node that the host offers. */
export const NodeType = v.picklist([
  'DOCUMENT',
  'PAGE',
  'FRAME',
  'GROUP',
  'SECTION',
  'SLICE',
  'RECTANGLE',
  'ELLIPSE',
  'TEXT',
  'COMPONENT',
  'COMPONENT_SET',
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
  /** Null for the document alone. */
  parent: v.nullable(v.string()),
  children: v.array(v.string()),
  /** Only what differs from what its type starts with. */
  properties: v.partial(NodeProperties),
  /** The plugin's own data by `own/key`, shared data by `shared/namespace/key`. */
  pluginData: v.record(v.string(), v.string()),
  /** Command → description. */
  relaunchData: v.record(v.string(), v.string()),
})
export type NodeRecord = Readonly<v.InferOutput<typeof NodeRecord>>

/** A stored value of a node, or what its type starts with. */
export const readProperty = <K extends PropertyName>(
  node: NodeRecord,
  name: K,
): NodeProperties[K] =>
  node.properties[name] ?? initialByType[node.type][name] ?? initialProperties[name]
