import { describeMark } from '../../../shared/describe-mark.ts'
import type { Mark } from '../../../shared/mark.ts'
import type { Rectangle } from '../canvas/rectangle.ts'

const INK: RGB = { r: 0.2, g: 0.18, b: 0.16 }
/** As parts of the distance between pictures. */
const AWAY = 0.16
const WEIGHT = 0.07

/**
 * A line around a picture that is marked, in the same ink for all: whole for a star, broken for a reject, so that no
 * one has to tell colours apart.
 */
export const addRing = (
  section: SectionNode,
  { x, y, width, height }: Rectangle,
  gap: number,
  mark: Mark,
): RectangleNode => {
  const away = gap * AWAY
  const weight = Math.max(1, Math.round(gap * WEIGHT))
  const ring = figma.createRectangle()
  section.appendChild(ring)
  ring.name = describeMark(mark)
  ring.resize(width + 2 * away, height + 2 * away)
  ring.x = x - away
  ring.y = y - away
  ring.fills = []
  ring.strokes = [{ type: 'SOLID', color: INK }]
  ring.strokeWeight = weight
  ring.strokeAlign = 'INSIDE'
  ring.dashPattern = mark.kind === 'star' ? [] : [weight * 3, weight * 3]
  return ring
}
