import { boundsThrough, multiply, transformBy, UPRIGHT } from '../../host/document/transform.ts'
import type { SceneItem, Transform } from '../../host/scene.ts'
import { transformOf } from './item-geometry.ts'
import type { Rectangle } from './rectangle.ts'

export type PlacedItem = {
  readonly item: SceneItem
  /** The smallest upright rectangle around it, on the page. */
  readonly bounds: Rectangle
  /** From its own coordinates to the page's. */
  readonly transform: Transform
}

const PAGE = transformBy(UPRIGHT, { x: 0, y: 0 })

/** Every node of the page, parents first, where it lies on the page. */
export const placedItems = (
  nodes: readonly SceneItem[],
  outside: Transform = PAGE,
): readonly PlacedItem[] =>
  nodes.flatMap((item) => {
    const transform = multiply(outside, transformOf(item))
    const bounds = boundsThrough(transform, { ...item, x: 0, y: 0 })
    return [{ item, bounds, transform }, ...placedItems(item.children, transform)]
  })
