import type { Box } from '../../../shared/contract/index.ts'
import type { EdgeMaps } from './edge-maps.ts'
import { isSteady } from './is-steady.ts'

export type Axis = 'x' | 'y'

/** What lines across a region say, for each place along the axis: a line at `x` is vertical, one at `y` is level. */
export type Profile = {
  readonly start: number
  /** The share of the line along which the colour changes from one side of it to the other. */
  readonly edge: Float32Array
  /** And along which it changes by as much as at something that is crossed. */
  readonly clear: Float32Array
  /** The same of that end of the line where it is smaller: the edge of a thing ends before the line does. */
  readonly ends: Float32Array
  /** And of that end where it is larger. */
  readonly reach: Float32Array
  /** The share of the line at which it crosses something. */
  readonly crossed: Float32Array
  /** Whether the change at a place goes one way all along the line. */
  readonly isSteady: (place: number) => boolean
}

/** Where to cut, and how sure that is, from 0 to 1. */
export type Span = { readonly from: number; readonly to: number; readonly strength: number }

/** Of each end of a boundary, along which the colour must change. */
export const ENDS = 0.5
/** A boundary may cross so much: the dots of a pattern, or grain. */
export const CROSSING = 0.04

/** Changes, of 255, that count as an edge when a whole line has them, and as something that is crossed. */
const EDGE = 3
const CROSSED = 10
/** Of a line's length, left out at each end: panels may have round corners there. */
const INSET = 0.02
/** Of a line's length, that is an end of it. */
const END = 0.12
/** Of a line's length, that counts at least, however much of it is written over. */
const VISIBLE = 0.4

/** What is written counts as nothing: words hold no cut up. */
export const profileOf = (maps: EdgeMaps, region: Box, axis: Axis): Profile => {
  const { width, across, down, text } = maps
  const isX = axis === 'x'
  const [start, count] = isX ? [region.x, region.w] : [region.y, region.h]
  const [from, length] = isX ? [region.y, region.h] : [region.x, region.w]
  const inset = Math.ceil(length * INSET)
  const [first, last] = [from + inset, from + length - inset]
  const [step, stride] = isX ? [1, width] : [width, 1]
  const [facing, crossing] = isX ? [across, down] : [down, across]
  const end = Math.max(1, Math.round((last - first) * END))
  const edge = new Float32Array(count)
  const clear = new Float32Array(count)
  const ends = new Float32Array(count)
  const reach = new Float32Array(count)
  const crossed = new Float32Array(count)
  for (let place = 0; place < count; place += 1) {
    let [seen, edges, strong, crossings] = [0, 0, 0, 0]
    let [head, tail, headSeen, tailSeen] = [0, 0, 0, 0]
    for (let along = first; along < last; along += 1) {
      const at = (start + place) * step + along * stride
      if (text[at] === 1) continue
      const [isHead, isTail] = [along < first + end, along >= last - end]
      seen += 1
      if (isHead) headSeen += 1
      if (isTail) tailSeen += 1
      if ((facing[at] ?? 0) > EDGE) {
        edges += 1
        if (isHead) head += 1
        if (isTail) tail += 1
      }
      if ((facing[at] ?? 0) > CROSSED) strong += 1
      if ((crossing[at] ?? 0) > CROSSED) crossings += 1
    }
    const least = VISIBLE * (last - first)
    const share = edges / Math.max(least, seen)
    edge[place] = share
    clear[place] = strong / Math.max(least, seen)
    // Under words, an end goes on as the line does.
    const atHead = (head + share * (end - headSeen)) / end
    const atTail = (tail + share * (end - tailSeen)) / end
    ends[place] = Math.min(atHead, atTail)
    reach[place] = Math.max(atHead, atTail)
    crossed[place] = crossings / Math.max(least, seen)
  }
  const isSteadyAt = (at: number) => isSteady(maps, region, isX, at)
  return { start, edge, clear, ends, reach, crossed, isSteady: isSteadyAt }
}
