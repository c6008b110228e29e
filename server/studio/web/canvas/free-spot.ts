import type { Size } from '../../../../shared/aspect-ratio.ts'
import { overlaps } from './rectangle.ts'
import type { Point, Rectangle } from './rectangle.ts'

/** Canvas pixels between what stands there and what comes. */
const GAP = 80

/** The top left corner for something new: around `middle`, moved to the right until it covers nothing. */
export const freeSpot = (taken: readonly Rectangle[], middle: Point, size: Size): Point => {
  const y = Math.round(middle.y - size.height / 2)
  let x = Math.round(middle.x - size.width / 2)
  const inTheWay = () => taken.filter((one) => overlaps(one, { x, y, ...size }))
  for (let blocking = inTheWay(); blocking.length > 0; blocking = inTheWay())
    x = Math.ceil(Math.max(...blocking.map((one) => one.x + one.width))) + GAP
  return { x, y }
}
