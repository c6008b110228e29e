import type { Size } from '../../../shared/aspect-ratio.ts'
import { boundsOf } from '../canvas/bounds-of.ts'
import { placeRow } from '../canvas/place-row.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { areCloser } from '../canvas/rectangle.ts'

/** Where a board of `size` covers nothing beside it, in its parent's coordinates: where it is, or the nearest place. */
export const freePlace = (section: SectionNode, size: Size): Pick<Rectangle, 'x' | 'y'> => {
  const { x, y, parent, absoluteBoundingBox: box } = section
  if (parent === null || box === null) return { x, y }
  const others = parent.children
    .filter(({ id }) => id !== section.id)
    .map((node) => boundsOf(node))
    .filter((bounds) => bounds !== null)
  const grown = { x: box.x, y: box.y, ...size }
  if (!others.some((each) => areCloser(each, grown, 0))) return { x, y }
  const middle = { x: box.x + size.width / 2, y: box.y + size.height / 2 }
  const [spot] = placeRow({ ...size, count: 1 }, { kind: 'middle', ...middle }, others)
  return { x: x + spot.x - box.x, y: y + spot.y - box.y }
}
