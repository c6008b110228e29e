import type { Subject } from './find-subject.ts'
import { LOOK } from './lab-picture.ts'

/** The side of an outline, in cells. */
const OUTLINE = 24

/** A subject's shape within its bounds, stretched: 24 × 24 cells, row by row, as 0 and 1. */
export type Outline = string

export const outlineOf = ({ bounds: { x, y, w, h }, mask }: Subject): Outline => {
  let outline = ''
  for (let row = 0; row < OUTLINE; row += 1)
    for (let column = 0; column < OUTLINE; column += 1) {
      const px = x + Math.floor(((column + 0.5) / OUTLINE) * w)
      const py = y + Math.floor(((row + 0.5) / OUTLINE) * h)
      outline += mask[py * LOOK + px] === 1 ? '1' : '0'
    }
  return outline
}

/** How much of two shapes is the same, from 0 to 1 (intersection over union). */
export const sharedOutline = (one: Outline, other: Outline): number => {
  let [both, either] = [0, 0]
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] === '1', other[at] === '1']
    if (a && b) both += 1
    if (a || b) either += 1
  }
  return either === 0 ? 0 : both / either
}
