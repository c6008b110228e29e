import type { Box } from '../../../shared/contract/index.ts'
import { median } from '../raster/median.ts'
import type { EdgeMaps } from './edge-maps.ts'
import { figureParts } from './figure-parts.ts'
import { findGaps } from './find-gaps.ts'
import type { Axis, Profile, Span } from './profile.ts'
import { CROSSING, ENDS, profileOf } from './profile.ts'

/** A part of a page that is not cut further. */
export type Region = Box & {
  /** How sure its edges are, from 0 (a guess between two figurines) to 1 (a line all along). */
  readonly certainty: number
}

/** Of a line's length, to be a boundary. */
const BOUNDARY = 0.72
/** Of a line's length, to be one even where it cuts through a pattern; and of the middle line, whose pattern is no grain. */
const CLEAR = 0.9
const USUAL = 0.2
/** Pixels of the page as seen from afar; what is thinner is a line or a gutter. */
const THINNEST = 14

/** Lines all along a region, with what they are wide. */
const boundaries = ({ start, edge, clear, ends, crossed, isSteady }: Profile): Span[] => {
  const found: Span[] = []
  const usual = median(clear)
  for (let place = 0; place < edge.length; place += 1) {
    const strength = edge[place] ?? 0
    if (strength < BOUNDARY || (ends[place] ?? 0) < ENDS) continue
    const standsOut = (clear[place] ?? 0) > CLEAR && usual < USUAL
    if ((crossed[place] ?? 0) > CROSSING && !standsOut) continue
    const at = start + place
    if (!isSteady(at)) continue
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
    const spans = findGaps(parts, inside, axis, profiles[axis])
    if (spans.length > 0)
      return cutAt(region, axis, spans).flatMap((each) => splitRegion(maps, text, each))
  }
  return [region]
}
