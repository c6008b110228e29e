import type { Size } from '../../../shared/aspect-ratio.ts'
import { boundsOf } from '../canvas/bounds-of.ts'
import { placeRow } from '../canvas/place-row.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { areCloser } from '../canvas/rectangle.ts'

/**
 * Where a board of `size` covers nothing that it did not cover `before` it grew, in its parent's coordinates: where it
 * is, or the nearest place that is free.
 */
export const freePlace = (
  section: SectionNode,
  size: Size,
  before: Rectangle | null = section.absoluteBoundingBox,
): Pick<Rectangle, 'x' | 'y'> => {
  const { x, y, parent } = section
  if (parent === null || before === null) return { x, y }
  const others = parent.children
    .filter(({ id }) => id !== section.id)
    .map((node) => boundsOf(node))
    .filter((bounds) => bounds !== null)
  const grown = { x: before.x, y: before.y, ...size }
  if (!others.some((each) => areCloser(each, grown, 0) && !areCloser(each, before, 0)))
    return { x, y }
  const middle = { x: before.x + size.width / 2, y: before.y + size.height / 2 }
  const [spot] = placeRow({ ...size, count: 1 }, { kind: 'middle', ...middle }, others)
  return { x: x + spot.x - before.x, y: y + spot.y - before.y }
}
