import type { Face } from '../../../../shared/face.ts'
import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Placement } from './placements.ts'
import { circleOf } from './placements.ts'
import type { Point } from './stage.tsx'

/** So far from its edge, in CSS pixels, a circle is made larger or smaller instead of being moved. */
const EDGE = 10
const LEAST = 0.02

const part = (value: number): number => Math.min(1, Math.max(0, value))

/** A face whose circle is as large as given, and not too small to be grabbed again. */
export const resized = (face: Face, r: number): Face => ({ ...face, r: Math.max(LEAST, part(r)) })

export const shifted = (face: Face, dx: number, dy: number): Face => ({
  ...face,
  x: part(face.x + dx),
  y: part(face.y + dy),
})

/** How a face's circle follows the pointer from a point on; null for a point outside of it. */
export const grabCircle = (
  face: Face,
  { width, height }: Size,
  place: Placement,
  from: Point,
): ((to: Point) => Face) | null => {
  const { x, y, r } = circleOf(face, { width, height }, place)
  const distance = (to: Point) => Math.hypot(to.x - x, to.y - y)
  if (Math.abs(distance(from) - r) < EDGE)
    return (to) => resized(face, distance(to) / (Math.max(width, height) * place.scale))
  if (distance(from) > r) return null
  return (to) =>
    shifted(face, (to.x - from.x) / (width * place.scale), (to.y - from.y) / (height * place.scale))
}
