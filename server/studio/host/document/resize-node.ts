import type { Document } from './create-document.ts'
import { boundsOf, boxOf, moveBy, transformOf, type Rect } from './geometry.ts'
import type { Constraint } from './node-properties.ts'
import { readProperty, type NodeRecord } from './node-record.ts'
import { applyTransform, invert, isUpright } from './transform.ts'
import type { Transform } from '../scene.ts'

type Span = { readonly at: number; readonly length: number }
type Scale = { readonly x: number; readonly y: number }

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

/** How constraints size what is turned is not documented: here it keeps its size, and its box moves. */
const constrainChild = (document: Document, child: string, from: Rect, to: Rect): void => {
  const node = document.node(child)
  const box = boxOf(document, child)
  const { horizontal, vertical } = readProperty(node, 'constraints')
  const x = constrained({ at: box.x, length: box.width }, horizontal, from.width, to.width)
  const y = constrained({ at: box.y, length: box.height }, vertical, from.height, to.height)
  if (!isUpright(readProperty(node, 'axes'))) moveBy(document, child, x.at - box.x, y.at - box.y)
  else placeNode(document, node, { x: x.at, y: y.at, width: x.length, height: y.length }, true)
}

/** A node of a group, farther or nearer along the group's axes, and larger or smaller along its own. */
const scaleInGroup = (document: Document, id: string, group: Transform, scale: Scale): void => {
  const node = document.node(id)
  if (node.type === 'GROUP') {
    for (const child of node.children) scaleInGroup(document, child, group, scale)
    return
  }
  const bounds = boundsOf(document, id)
  const within = applyTransform(invert(group), bounds)
  const at = applyTransform(group, { x: within.x * scale.x, y: within.y * scale.y })
  const size = { width: bounds.width * scale.x, height: bounds.height * scale.y }
  placeNode(document, node, { ...at, ...size }, true)
}

const placeNode = (document: Document, node: NodeRecord, to: Rect, constrains: boolean): void => {
  const from = boundsOf(document, node.id)
  if (node.type === 'GROUP') {
    const group = transformOf(document, node.id)
    const scale = { x: to.width / from.width, y: to.height / from.height }
    for (const child of node.children) scaleInGroup(document, child, group, scale)
    moveBy(document, node.id, to.x - from.x, to.y - from.y)
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
