import type { Document } from './create-document.ts'
import { boundsOf } from './geometry.ts'
import type { NodeProperties } from './node-properties.ts'
import { readProperty, type NodeRecord } from './node-record.ts'

/** Everything of a node that is a length, besides its place and size. */
const LENGTHS = [
  'strokeWeight',
  'topLeftRadius',
  'topRightRadius',
  'bottomRightRadius',
  'bottomLeftRadius',
  'itemSpacing',
  'paddingLeft',
  'paddingRight',
  'paddingTop',
  'paddingBottom',
  'fontSize',
] as const

type Paints = NodeProperties['fills']

const scalePaints = (paints: Paints, by: number): Paints =>
  paints.map((paint) =>
    paint.type === 'IMAGE' && paint.scalingFactor !== undefined
      ? { ...paint, scalingFactor: paint.scalingFactor * by }
      : paint,
  )

const scaleLineHeight = (
  height: NodeProperties['lineHeight'],
  by: number,
): NodeProperties['lineHeight'] =>
  height.unit === 'PIXELS' ? { ...height, value: height.value * by } : height

const scaled = (node: NodeRecord, by: number): Partial<NodeProperties> => ({
  ...Object.fromEntries(LENGTHS.map((name) => [name, readProperty(node, name) * by])),
  width: readProperty(node, 'width') * by,
  height: readProperty(node, 'height') * by,
  dashPattern: readProperty(node, 'dashPattern').map((length) => length * by),
  lineHeight: scaleLineHeight(readProperty(node, 'lineHeight'), by),
  fills: scalePaints(readProperty(node, 'fills'), by),
  strokes: scalePaints(readProperty(node, 'strokes'), by),
})

type Point = { readonly x: number; readonly y: number }

/** `fixed` is the point that stays, in the node's container. */
const scaleFrom = (document: Document, id: string, by: number, fixed: Point): void => {
  const node = document.node(id)
  const isGroup = node.type === 'GROUP'
  for (const child of node.children)
    scaleFrom(document, child, by, isGroup ? fixed : { x: 0, y: 0 })
  if (isGroup) return
  document.assign(id, {
    ...scaled(node, by),
    x: fixed.x + (readProperty(node, 'x') - fixed.x) * by,
    y: fixed.y + (readProperty(node, 'y') - fixed.y) * by,
  })
}

/** The Scale tool: a node and all under it larger or smaller by a factor; its top left corner stays. */
export const rescaleNode = (document: Document, id: string, by: number): void =>
  scaleFrom(document, id, by, boundsOf(document, id))
