import type { Document } from './create-document.ts'
import { absoluteBounds, type Rect, unionOf } from './geometry.ts'
import { type NodeRecord, readProperty } from './node-record.ts'
import { ancestors } from './tree.ts'

const isVisible = (node: NodeRecord): boolean => readProperty(node, 'visible')

const CLIPPING: ReadonlySet<string> = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'])

/** Whether what sticks out of a node is cut off. */
export const clips = (node: NodeRecord): boolean =>
  CLIPPING.has(node.type) && readProperty(node, 'clipsContent')

const drawnRects = (document: Document, id: string): readonly Rect[] => {
  const node = document.node(id)
  if (!isVisible(node)) return []
  const isDrawn = node.type !== 'GROUP' && node.type !== 'SLICE'
  const own = isDrawn ? [absoluteBounds(document, id)] : []
  const inside = clips(node) ? [] : node.children
  return [...own, ...inside.flatMap((child) => drawnRects(document, child))]
}

/** All that is drawn of a node, in its place on its page; null when nothing is (plugin-api.d.ts, line 7398). */
export const renderBounds = (document: Document, id: string): Rect | null => {
  if (!ancestors(document, id).every(isVisible)) return null
  const rects = drawnRects(document, id)
  return rects.length === 0 ? null : unionOf(rects)
}
