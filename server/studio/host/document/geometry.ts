import type { Document } from './create-document.ts'
import { readProperty } from './node-record.ts'
import { ancestors } from './tree.ts'

export type Rect = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const unionOf = (rects: readonly Rect[]): Rect => {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

/**
 * A node's place in its container: the nearest ancestor that is not a group (plugin-api.d.ts, line 7352). A group is
 * where its children are.
 */
export const boundsOf = (document: Document, id: string): Rect => {
  const node = document.node(id)
  if (node.type === 'GROUP' && node.children.length > 0)
    return unionOf(node.children.map((child) => boundsOf(document, child)))
  return {
    x: readProperty(node, 'x'),
    y: readProperty(node, 'y'),
    width: readProperty(node, 'width'),
    height: readProperty(node, 'height'),
  }
}

/** A node's place on its page. */
export const absoluteBounds = (document: Document, id: string): Rect => {
  const bounds = boundsOf(document, id)
  const containers = ancestors(document, id).filter(
    ({ type }) => type !== 'GROUP' && type !== 'PAGE' && type !== 'DOCUMENT',
  )
  const offset = (axis: 'x' | 'y'): number =>
    containers.reduce((sum, container) => sum + readProperty(container, axis), bounds[axis])
  return { ...bounds, x: offset('x'), y: offset('y') }
}

/** Moves a node; a group's children with it. */
export const moveBy = (document: Document, id: string, dx: number, dy: number): void => {
  const node = document.node(id)
  if (node.type === 'GROUP') for (const child of node.children) moveBy(document, child, dx, dy)
  else document.assign(id, { x: readProperty(node, 'x') + dx, y: readProperty(node, 'y') + dy })
}
