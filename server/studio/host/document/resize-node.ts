import type { Document } from './create-document.ts'
import { boundsOf, type Rect } from './geometry.ts'
import type { Constraint } from './node-properties.ts'
import { readProperty, type NodeRecord } from './node-record.ts'

type Span = { readonly at: number; readonly length: number }

/** Where a child goes along one axis when its frame becomes longer or shorter. */
const constrained = (span: Span, constraint: Constraint, from: number, to: number): Span => {
  const by = to - from
  switch (constraint) {
    case 'MIN':
      return span
    case 'MAX':
      return { ...span, at: span.at + by }
    case 'CENTER':
      return { ...span, at: span.at + by / 2 }
    case 'STRETCH':
      return { ...span, length: Math.max(0.01, span.length + by) }
    case 'SCALE':
      return { at: (span.at * to) / from, length: (span.length * to) / from }
  }
}

const constrainChild = (document: Document, child: string, from: Rect, to: Rect): void => {
  const bounds = boundsOf(document, child)
  const { horizontal, vertical } = readProperty(document.node(child), 'constraints')
  const x = constrained({ at: bounds.x, length: bounds.width }, horizontal, from.width, to.width)
  const y = constrained({ at: bounds.y, length: bounds.height }, vertical, from.height, to.height)
  const after = { x: x.at, y: y.at, width: x.length, height: y.length }
  placeNode(document, document.node(child), after, true)
}

const scaleChild = (document: Document, child: string, from: Rect, to: Rect): void => {
  const bounds = boundsOf(document, child)
  const scaleX = to.width / from.width
  const scaleY = to.height / from.height
  const after = {
    x: to.x + (bounds.x - from.x) * scaleX,
    y: to.y + (bounds.y - from.y) * scaleY,
    width: bounds.width * scaleX,
    height: bounds.height * scaleY,
  }
  placeNode(document, document.node(child), after, true)
}

const placeNode = (document: Document, node: NodeRecord, to: Rect, constrains: boolean): void => {
  const from = boundsOf(document, node.id)
  if (node.type === 'GROUP') {
    for (const child of node.children) scaleChild(document, child, from, to)
    return
  }
  document.assign(node.id, to)
  const isFree = node.type !== 'SECTION' && readProperty(node, 'layoutMode') === 'NONE'
  if (constrains && isFree)
    for (const child of node.children) constrainChild(document, child, from, to)
}

/** Gives a node a size. A group scales its children; a frame moves them as their constraints say. */
export const resizeNode = (
  document: Document,
  id: string,
  width: number,
  height: number,
  constrains = true,
): void => {
  const to = { ...boundsOf(document, id), width, height }
  placeNode(document, document.node(id), to, constrains)
}
