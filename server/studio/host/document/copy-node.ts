import type { Document } from './create-document.ts'
import type { NodeRecord } from './node-record.ts'

/** A node and all under it once more, with its data, under new ids; the copy is not yet in the tree. */
export const copyNode = (document: Document, id: string): NodeRecord => {
  const source = document.node(id)
  const copy: NodeRecord = { ...source, id: document.nextId(), parent: null }
  const children = source.children.map((child) => {
    const below = copyNode(document, child)
    document.put({ ...below, parent: copy.id })
    return below.id
  })
  return { ...copy, children }
}
