import type { Box } from '../../../shared/contract/index.ts'
import type { EdgeMaps } from './edge-maps.ts'
import { figureParts } from './figure-parts.ts'
import type { Axis, Profile } from './profile.ts'
import { profileOf } from './profile.ts'

/** A part of a page that is not cut further. */
export type Region = Box & {
  /** How sure its edges are, from 0 (a guess between two figurines) to 1 (a line all along). */
  readonly certainty: number
}

type Span = { readonly from: number; readonly to: number; readonly strength: number }

/** Of a line's length, to be a boundary. */
const BOUNDARY = 0.72
/** Of each end of the line. */
const ENDS = 0.5
/** Of a line's length, to be where two figurines are told apart. */
const FAINT = 0.3
/** A boundary may cross so much: the dots of a pattern, or grain. */
const CROSSING = 0.04
/** Pixels of the page as seen from afar; what is thinner is a line or a gutter. */
const THINNEST = 14
/** Between two figurines without a line between them. */
const NARROWEST_GAP = 8

/** Lines all along a region, with what they are wide. */
const boundaries = ({ start, edge, ends, crossed }: Profile): Span[] => {
  const found: Span[] = []
  for (let place = 0; place < edge.length; place += 1) {
    const strength = edge[place] ?? 0
    if (strength < BOUNDARY || (ends[place] ?? 0) < ENDS) continue
    if ((crossed[place] ?? 0) > CROSSING) continue
    const at = start + place
    const last = found.at(-1)
    if (last !== undefined && at - last.to <= 2)
      found[found.length - 1] = {
        from: last.from,
        to: at + 1,
        strength: Math.max(last.strength, strength),
      }
    else found.push({ from: at, to: at + 1, strength })
  }
  return found
}

const part = (region: Box, axis: Axis, from: number, to: number): Box =>
  axis === 'x' ? { ...region, x: from, w: to - from } : { ...region, y: from, h: to - from }

const cutAt = (region: Region, axis: Axis, spans: readonly Span[]): Region[] => {
  const [start, length] = axis === 'x' ? [region.x, region.w] : [region.y, region.h]
  const ends = [{ from: start, to: start, strength: 1 }, ...spans]
  return ends.flatMap((span, index) => {
    const next = spans[index] ?? { from: start + length, strength: 1 }
    if (next.from - span.to < THINNEST) return []
    const certainty = Math.min(region.certainty, span.strength, next.strength)
    return [{ ...part(region, axis, span.to, next.from), certainty }]
  })
}

/** Places between figurines: along a faint boundary, else the middle of the gap, beside the text where there is some. */
const gaps = (
  parts: readonly Box[],
  text: readonly Box[],
  axis: Axis,
  { start, edge, reach, crossed }: Profile,
): Span[] => {
  const spans = parts
    .map((box): [number, number] =>
      axis === 'x' ? [box.x, box.x + box.w] : [box.y, box.y + box.h],
    )
    .sort((a, b) => a[0] - b[0])
  const found: Span[] = []
  let covered = spans[0]?.[1] ?? 0
  for (const [from, to] of spans) {
    if (from - covered >= NARROWEST_GAP) found.push({ from: covered, to: from, strength: 0 })
    covered = Math.max(covered, to)
  }
  return found.map(({ from, to }) => {
    const faintness = (at: number) =>
      (crossed[at - start] ?? 1) > CROSSING || (reach[at - start] ?? 0) < ENDS
        ? 0
        : (edge[at - start] ?? 0)
    let faint = from
    // A part may have grown together with the boundary.
    for (let at = from - 12; at < to + 12; at += 1) if (faintness(at) > faintness(faint)) faint = at
    if (faintness(faint) > FAINT) return { from: faint, to: faint + 1, strength: 0 }
    const middle = Math.round((from + to) / 2)
    const isFree = (at: number) =>
      !text.some((box) =>
        axis === 'x' ? box.x < at && at < box.x + box.w : box.y < at && at < box.y + box.h,
      )
    let at = middle
    for (let aside = 0; aside < (to - from) / 2 - 2; aside += 1) {
      const free = [middle + aside, middle - aside].find(isFree)
      if (free === undefined) continue
      at = free
      break
    }
    return { from: at, to: at, strength: 0 }
  })
}

/**
 * Cuts a region along the lines that go all through it, again and again, and where there are none between figurines
 * that stand apart.
 */
export const splitRegion = (maps: EdgeMaps, text: readonly Box[], region: Region): Region[] => {
  const profiles = { x: profileOf(maps, region, 'x'), y: profileOf(maps, region, 'y') }
  const options = (['x', 'y'] as const).map((axis) => {
    const [start, length] = axis === 'x' ? [region.x, region.w] : [region.y, region.h]
    const spans = boundaries(profiles[axis]).filter(
      ({ from, to }) => to > start + 3 && from < start + length - 3,
    )
    return { axis, spans, strength: Math.max(0, ...spans.map((span) => span.strength)) }
  })
  const [best] = options.sort((a, b) => b.strength - a.strength)
  if (best !== undefined && best.spans.length > 0)
    return cutAt(region, best.axis, best.spans).flatMap((each) => splitRegion(maps, text, each))

  const parts = figureParts(maps, region)
  const inside = text.filter(
    (box) =>
      box.x < region.x + region.w &&
      region.x < box.x + box.w &&
      box.y < region.y + region.h &&
      region.y < box.y + box.h,
  )
  for (const axis of ['x', 'y'] as const) {
    const spans = gaps(parts, inside, axis, profiles[axis])
    if (spans.length > 0)
      return cutAt({ ...region, certainty: Math.min(region.certainty, 0.5) }, axis, spans)
        .map((each) => ({ ...each, certainty: 0.5 }))
        .flatMap((each) => splitRegion(maps, text, each))
  }
  return [region]
}
