import type { Box } from '../../../shared/contract/index.ts'
import type { Axis, Profile, Span } from './profile.ts'
import { CROSSING, ENDS } from './profile.ts'

/** Of a line's length, to be where two figurines are told apart. */
const FAINT = 0.3
/** Pixels of the page as seen from afar, between two figurines without a line between them. */
const NARROWEST = 8
/** Beside words, of their height: there are their plate and their outline. */
const ASIDE = 0.5
/** What a free line may cross more than the others in its gap, of its length. */
const TOUCH = 0.003
/** And so near to a figurine may be its shadow. */
const MARGIN = 10
/** So many free pixels are a gap that nobody doubts. */
const CLEAR = 6
/** How sure a cut is: along a faint boundary, through free space, and through something. */
const SURE = { faint: 0.6, free: 0.6, crossing: 0.3 }

/** Where no figurine is, between the first and the last. */
const between = (parts: readonly Box[], axis: Axis): [number, number][] => {
  const spans = parts
    .map((box): [number, number] =>
      axis === 'x' ? [box.x, box.x + box.w] : [box.y, box.y + box.h],
    )
    .sort((a, b) => a[0] - b[0])
  const found: [number, number][] = []
  let covered = spans[0]?.[1] ?? 0
  for (const [from, to] of spans) {
    if (from - covered >= NARROWEST) found.push([covered, from])
    covered = Math.max(covered, to)
  }
  return found
}

/** The middle of the best run of places from which nothing is crossed: long, and near the middle of all; -1 for none. */
const bestPlace = (isFree: readonly boolean[]): number => {
  let best = { at: -1, worth: -Infinity }
  let length = 0
  isFree.forEach((free, at) => {
    length = free ? length + 1 : 0
    const middle = at - (length >> 1)
    const worth = length - Math.abs(middle - isFree.length / 2) / 2
    if (length >= CLEAR && worth > best.worth) best = { at: middle, worth }
  })
  return best.at
}

/**
 * Places between figurines: along a faint boundary, else in the middle of a space in the gap that holds neither words nor
 * anything else.
 */
export const findGaps = (
  parts: readonly Box[],
  text: readonly Box[],
  axis: Axis,
  { start, edge, reach, crossed, isSteady }: Profile,
): Span[] =>
  between(parts, axis).map(([from, to]): Span => {
    const faintness = (at: number) =>
      (crossed[at - start] ?? 1) > CROSSING || (reach[at - start] ?? 0) < ENDS
        ? 0
        : (edge[at - start] ?? 0)
    let faint = from
    // A part may have grown together with the boundary.
    for (let at = from - 12; at < to + 12; at += 1) if (faintness(at) > faintness(faint)) faint = at
    if (faintness(faint) > FAINT && isSteady(faint))
      return { from: faint, to: faint + 1, strength: SURE.faint }
    const places = Array.from({ length: to - from }, (_, index) => from + index)
    const crossings = places.map((at) => crossed[at - start] ?? 1)
    const usual = [...crossings].sort((a, b) => a - b)[Math.floor(crossings.length * 0.3)] ?? 0
    const isWritten = (at: number) =>
      text.some(({ x, y, w, h }) => {
        const aside = ASIDE * Math.min(w, h)
        const [first, last] = axis === 'x' ? [x, x + w] : [y, y + h]
        return first - aside < at && at < last + aside
      })
    const margin = Math.min(MARGIN, (to - from) / 6)
    const place = bestPlace(
      places.map((at, index) => {
        const isBeside = at - from < margin || to - at < margin
        return !isBeside && (crossings[index] ?? 1) <= usual + TOUCH && !isWritten(at)
      }),
    )
    const at = place < 0 ? Math.round((from + to) / 2) : from + place
    return { from: at, to: at, strength: place < 0 ? SURE.crossing : SURE.free }
  })
