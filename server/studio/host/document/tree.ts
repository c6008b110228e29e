import type { Document } from './create-document.ts'
import type { NodeRecord } from './node-record.ts'

/** The node's ancestors, the parent first. */
export const ancestors = (document: Document, id: string): NodeRecord[] => {
  const parent = document.find(id)?.parent
  const record = typeof parent === 'string' ? document.find(parent) : undefined
  return record === undefined ? [] : [record, ...ancestors(document, record.id)]
}

/** Everything under a node, parents before children, back to front. */
export const descendants = (document: Document, id: string): NodeRecord[] =>
  document
    .node(id)
    .children.flatMap((child) => [document.node(child), ...descendants(document, child)])

/** The page that holds a node, or the page itself; undefined for the document. */
export const pageOf = (document: Document, id: string): string | undefined =>
  [document.node(id), ...ancestors(document, id)].find(({ type }) => type === 'PAGE')?.id

const withoutChild = (document: Document, parent: string, child: string): void => {
  const node = document.node(parent)
  document.put({ ...node, children: node.children.filter((id) => id !== child) })
}

/** A group without children does not exist in Figma (plugin-api.d.ts, line 6405). */
const dropEmptyGroup = (document: Document, id: string): void => {
  const node = document.find(id)
  if (node?.type === 'GROUP' && node.children.length === 0) removeNode(document, id)
}

/** Puts a node, new or from elsewhere in the tree, among a parent's children; at the end without an index. */
export const insertNode = (
  document: Document,
  parent: string,
  child: NodeRecord,
  index?: number,
): void => {
  const previous = child.parent
  if (previous !== null) withoutChild(document, previous, child.id)
  document.put({ ...child, parent })
  const node = document.node(parent)
  document.put({ ...node, children: node.children.toSpliced(index ?? Infinity, 0, child.id) })
  if (previous !== null && previous !== parent) dropEmptyGroup(document, previous)
}

/** Removes a node and everything under it. */
export const removeNode = (document: Document, id: string): void => {
  const { parent, children } = document.node(id)
  for (const child of children.toReversed()) removeNode(document, child)
  if (document.find(id) === undefined) return
  if (parent !== null) withoutChild(document, parent, id)
  document.drop(id)
  if (parent !== null) dropEmptyGroup(document, parent)
}
