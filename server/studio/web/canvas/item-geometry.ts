import {
  applyTransform,
  boundsThrough,
  invert,
  isUpright,
  transformBy,
} from '../../host/document/transform.ts'
import type { SceneItem, Transform } from '../../host/scene.ts'
import type { Point, Rectangle } from './rectangle.ts'

/** From an item's own coordinates to those of the item that holds it. */
export const transformOf = (item: SceneItem): Transform => transformBy(item.axes, item)

/** The smallest upright rectangle around an item, where it lies in the item that holds it. */
export const boxOf = (item: SceneItem): Rectangle =>
  boundsThrough(transformOf(item), { ...item, x: 0, y: 0 })

/** A point beside an item, in the item's own coordinates. */
export const pointWithin = (item: SceneItem, point: Point): Point =>
  applyTransform(invert(transformOf(item)), point)

/** How an element that lies at its top left corner is turned; nothing for one that is not. */
export const turnStyle = ({ axes }: Pick<SceneItem, 'axes'>) =>
  isUpright(axes)
    ? {}
    : {
        transform: `matrix(${[axes[0], axes[2], axes[1], axes[3], 0, 0].join(', ')})`,
        transformOrigin: '0 0',
      }
