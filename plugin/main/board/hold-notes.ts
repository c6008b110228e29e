import type { Size } from '../../../shared/aspect-ratio.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { areCloser } from '../canvas/rectangle.ts'
import { moveTo, placeOn } from './move-to.ts'

const middleOf = ({ x, y, width, height }: Rectangle) => ({ x: x + width / 2, y: y + height / 2 })

const distance = (a: Rectangle, b: Rectangle): number => {
  const [from, to] = [middleOf(a), middleOf(b)]
  return Math.hypot(from.x - to.x, from.y - to.y)
}

const nearest = (places: readonly Rectangle[], place: Rectangle): number =>
  places.reduce(
    (best, one, at) => (distance(one, place) < distance(places[best] ?? one, place) ? at : best),
    0,
  )

const covers = (place: Rectangle, others: readonly Rectangle[]): boolean =>
  others.some((other) => areCloser(place, other, 0))

/**
 * Remembers where her own notes lie beside the frames of a board. What comes back is for when the frames, in the same
 * order, are where they go: each note follows the frame that it is nearest to; one that would come to lie on a picture
 * goes under all of them. It takes everything that is in the way of notes and answers with how large the board has to be.
 */
export const holdNotes = (
  section: SectionNode,
  notes: readonly SceneNode[],
  tiles: readonly SceneNode[],
) => {
  const before = tiles.map((tile) => placeOn(section, tile))
  const held = notes.map((node) => {
    const place = placeOn(section, node)
    return { node, place, at: nearest(before, place), isOver: covers(place, before) }
  })

  return (
    now: readonly SceneNode[],
    taken: readonly Rectangle[],
    size: Size,
    gap: number,
  ): Size => {
    const after = now.map((tile) => placeOn(section, tile))
    let { width, height } = size
    for (const { node, place, at, isOver } of held) {
      const [from, to] = [before[at], after[at]]
      const follows = {
        ...place,
        x: place.x + (to?.x ?? 0) - (from?.x ?? 0),
        y: place.y + (to?.y ?? 0) - (from?.y ?? 0),
      }
      const isInTheWay = !isOver && covers(follows, taken)
      const there =
        isInTheWay || follows.x < 0 || follows.y < 0 ? { ...place, x: gap, y: height } : follows
      moveTo(section, node, there)
      width = Math.max(width, there.x + place.width + gap)
      height = Math.max(height, there.y + place.height + gap)
    }
    return { width: Math.ceil(width), height: Math.ceil(height) }
  }
}
