import type { SceneItem } from '../../host/scene.ts'
import type { Point, Rectangle } from './rectangle.ts'

export type PlacedItem = { readonly item: SceneItem; readonly bounds: Rectangle }

const ORIGIN: Point = { x: 0, y: 0 }

/** Every node of the page, parents first, with its bounds on the page. */
export const placedItems = (
  nodes: readonly SceneItem[],
  origin: Point = ORIGIN,
): readonly PlacedItem[] =>
  nodes.flatMap((item) => {
    const { width, height } = item
    const bounds = { x: origin.x + item.x, y: origin.y + item.y, width, height }
    return [{ item, bounds }, ...placedItems(item.children, bounds)]
  })
