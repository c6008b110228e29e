import type { SceneItem } from '../../host/scene.ts'
import { boxOf, pointWithin } from './item-geometry.ts'
import { holds, overlaps } from './rectangle.ts'
import type { Point, Rectangle } from './rectangle.ts'

const touchable = (item: SceneItem): boolean => item.visible && !item.locked

/** The outermost node on top at a point; null over the bare canvas. Hidden and locked nodes let the hand through. */
export const topmostAt = (nodes: readonly SceneItem[], point: Point): SceneItem | null =>
  nodes.findLast((item) => {
    const extent = { ...item, x: 0, y: 0 }
    return touchable(item) && holds(extent, pointWithin(item, point))
  }) ?? null

/** The innermost node on top at a point, as a double click reaches it. */
export const deepestAt = (nodes: readonly SceneItem[], point: Point): SceneItem | null => {
  const item = topmostAt(nodes, point)
  if (item === null) return null
  return deepestAt(item.children, pointWithin(item, point)) ?? item
}

/** The outermost nodes that a rectangle drawn over the canvas catches. */
export const caughtBy = (nodes: readonly SceneItem[], area: Rectangle): string[] =>
  nodes.filter((item) => touchable(item) && overlaps(boxOf(item), area)).map((item) => item.id)
