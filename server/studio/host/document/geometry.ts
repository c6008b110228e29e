import type { Transform } from '../scene.ts'
import type { Document } from './create-document.ts'
import { readProperty } from './node-record.ts'
import {
  axesOf,
  boundsThrough,
  invert,
  isUpright,
  multiply,
  transformBy,
  UPRIGHT,
} from './transform.ts'
import { ancestors } from './tree.ts'

export type Rect = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const IDENTITY = transformBy(UPRIGHT, { x: 0, y: 0 })

export const unionOf = (rects: readonly Rect[]): Rect => {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

/**
 * A node's size, and its top left corner in its container: the nearest ancestor that is not a group
 * (plugin-api.d.ts, line 7352). A group is where its children are, measured along its own axes.
 */
export const boundsOf = (document: Document, id: string): Rect => {
  const node = document.node(id)
  if (node.type !== 'GROUP' || node.children.length === 0)
    return {
      x: readProperty(node, 'x'),
      y: readProperty(node, 'y'),
      width: readProperty(node, 'width'),
      height: readProperty(node, 'height'),
    }
  const axes = transformBy(readProperty(node, 'axes'), { x: 0, y: 0 })
  const back = invert(axes)
  const { x, y, width, height } = unionOf(
    node.children.map((child) => {
      const bounds = boundsOf(document, child)
      const through = multiply(back, transformOf(document, child))
      return boundsThrough(through, { ...bounds, x: 0, y: 0 })
    }),
  )
  const [[, , left], [, , top]] = multiply(axes, transformBy(UPRIGHT, { x, y }))
  return { x: left, y: top, width, height }
}

/** From a node's own coordinates to its container's. */
export const transformOf = (document: Document, id: string): Transform =>
  transformBy(readProperty(document.node(id), 'axes'), boundsOf(document, id))

/** The smallest upright rectangle around a node, in its container. */
export const boxOf = (document: Document, id: string): Rect =>
  boundsThrough(transformOf(document, id), { ...boundsOf(document, id), x: 0, y: 0 })

/** From the coordinates of a node's container to the page's. */
const containerTransform = (document: Document, id: string): Transform =>
  ancestors(document, id)
    .filter(({ type }) => type !== 'GROUP' && type !== 'PAGE' && type !== 'DOCUMENT')
    .reduce((inner, container) => multiply(transformOf(document, container.id), inner), IDENTITY)

/** From a node's own coordinates to the page's. */
export const absoluteTransform = (document: Document, id: string): Transform =>
  multiply(containerTransform(document, id), transformOf(document, id))

/** A node's place on its page: the smallest upright rectangle around it. */
export const absoluteBounds = (document: Document, id: string): Rect =>
  boundsThrough(absoluteTransform(document, id), { ...boundsOf(document, id), x: 0, y: 0 })

/** Moves a node; a group's children with it. */
export const moveBy = (document: Document, id: string, dx: number, dy: number): void => {
  const node = document.node(id)
  if (node.type === 'GROUP') for (const child of node.children) moveBy(document, child, dx, dy)
  else document.assign(id, { x: readProperty(node, 'x') + dx, y: readProperty(node, 'y') + dy })
}

const transformNode = (document: Document, id: string, change: Transform): void => {
  const node = document.node(id)
  const after = multiply(change, transformOf(document, id))
  if (node.type === 'GROUP')
    for (const child of node.children) transformNode(document, child, change)
  const [[, , x], [, , y]] = after
  const place = node.type === 'GROUP' ? {} : { x, y }
  const axes = axesOf(after)
  document.assign(id, isUpright(axes) ? { ...place, axes: UPRIGHT } : { ...place, axes })
}

/** Gives a node a transform within its container; a group's children follow. */
export const setTransform = (document: Document, id: string, to: Transform): void =>
  transformNode(document, id, multiply(to, invert(transformOf(document, id))))

/** Lays a node where it was on its page, after it got another container. */
export const setAbsoluteTransform = (document: Document, id: string, to: Transform): void =>
  setTransform(document, id, multiply(invert(containerTransform(document, id)), to))
