import type { Document } from './create-document.ts'
import { boxOf, moveBy } from './geometry.ts'
import { readProperty, type NodeRecord } from './node-record.ts'

const flows = (node: NodeRecord): boolean => readProperty(node, 'layoutPositioning') === 'AUTO'

/** True for a child whose place its auto-layout parent decides. */
export const isPlacedByParent = (document: Document, id: string): boolean => {
  const { parent } = document.node(id)
  const frame = parent === null ? undefined : document.find(parent)
  return (
    frame !== undefined && readProperty(frame, 'layoutMode') !== 'NONE' && flows(document.node(id))
  )
}

/** Puts the children of an auto-layout frame one after another. Sizes are left as they are. */
export const stackChildren = (document: Document, id: string): void => {
  const frame = document.find(id)
  if (frame === undefined) return
  const mode = readProperty(frame, 'layoutMode')
  if (mode === 'NONE') return
  let x = readProperty(frame, 'paddingLeft')
  let y = readProperty(frame, 'paddingTop')
  for (const child of frame.children.map((each) => document.node(each)).filter(flows)) {
    const box = boxOf(document, child.id)
    if (box.x !== x || box.y !== y) moveBy(document, child.id, x - box.x, y - box.y)
    const gap = readProperty(frame, 'itemSpacing')
    if (mode === 'HORIZONTAL') x += box.width + gap
    else y += box.height + gap
  }
}

/** Puts the children of an auto-layout node, or of the node's auto-layout parent, where they belong. */
export const restack = (document: Document, id: string): void => {
  const { parent } = document.node(id)
  stackChildren(document, id)
  if (parent !== null) stackChildren(document, parent)
}
