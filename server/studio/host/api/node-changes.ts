import type { Document } from '../document/create-document.ts'
import type { NodeEdit } from '../document/history.ts'
import type { NodeRecord } from '../document/node-record.ts'
import { nodeReference } from './node-reference.ts'

type Edits = ReadonlyMap<string, NodeEdit>

/** A `NodeChange` of the typings, and the page that it happened on. */
export type NodeChange = { readonly page: string; readonly event: unknown }

const changedProperties = (before: NodeRecord, after: NodeRecord): string[] => {
  const values = (node: NodeRecord): Record<string, unknown> => node.properties
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])
  return [
    ...[...names].filter((name) => values(before)[name] !== values(after)[name]),
    ...(['parent', 'pluginData', 'relaunchData'] as const).filter(
      (name) => before[name] !== after[name],
    ),
  ]
}

/** What happened to one node; null for nothing, and for what happened to it with its parent. */
const eventOf = (document: Document, edits: Edits, id: string, edit: NodeEdit): unknown => {
  const { before, after } = edit
  const base = { id, origin: 'LOCAL' }
  if (after === undefined) {
    if (before === undefined || document.find(before.parent ?? '') === undefined) return null
    return { ...base, type: 'DELETE', node: { removed: true, type: before.type, id } }
  }
  const node = nodeReference(document, id)
  const parent = edits.get(after.parent ?? '')
  if (before === undefined)
    return parent !== undefined && parent.before === undefined
      ? null
      : { ...base, type: 'CREATE', node }
  const properties = changedProperties(before, after)
  return properties.length === 0 ? null : { ...base, type: 'PROPERTY_CHANGE', node, properties }
}

/** What a plugin hears of these edits (plugin-api.d.ts, line 3654). */
export const nodeChanges = (document: Document, edits: Edits): NodeChange[] => {
  const lookUp = (id: string): NodeRecord | undefined => document.find(id) ?? edits.get(id)?.before
  const pageOf = (id: string): string => {
    const node = lookUp(id)
    return node === undefined || node.type === 'PAGE' ? id : pageOf(node.parent ?? '')
  }
  return [...edits].flatMap(([id, edit]) => {
    const event = eventOf(document, edits, id, edit)
    return event === null ? [] : [{ page: pageOf(id), event }]
  })
}
