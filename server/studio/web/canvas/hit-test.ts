import type { SceneItem } from '../../host/scene.ts'
import { holds, overlaps } from './rectangle.ts'
import type { Point, Rectangle } from './rectangle.ts'

const touchable = (item: SceneItem): boolean => item.visible && !item.locked

/** The outermost node on top at a point; null over the bare canvas. Hidden and locked nodes let the hand through. */
export const topmostAt = (nodes: readonly SceneItem[], point: Point): SceneItem | null =>
  nodes.findLast((item) => touchable(item) && holds(item, point)) ?? null

/** The innermost node on top at a point, as a double click reaches it. */
export const deepestAt = (nodes: readonly SceneItem[], point: Point): SceneItem | null => {
  const item = topmostAt(nodes, point)
  if (item === null) return null
  return deepestAt(item.children, { x: point.x - item.x, y: point.y - item.y }) ?? item
}

/** The outermost nodes that a rectangle drawn over the canvas catches. */
export const caughtBy = (nodes: readonly SceneItem[], area: Rectangle): string[] =>
  nodes.filter((item) => touchable(item) && overlaps(item, area)).map((item) => item.id)
