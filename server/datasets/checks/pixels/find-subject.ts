import * as v from 'valibot'
import type { Background } from './fit-background.ts'
import { depthOf, fitBackground } from './fit-background.ts'
import type { LabPicture } from './lab-picture.ts'
import { LOOK } from './lab-picture.ts'

/** A rectangle in pixels of the picture as it is looked at (256 × 256). */
export type Bounds = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export const Side = v.picklist(['top', 'right', 'bottom', 'left'])
export type Side = v.InferOutput<typeof Side>

export type Subject = {
  readonly bounds: Bounds
  /** How much of the picture it covers, holes filled; from 0 to 1. */
  readonly area: number
  /** The sides of the picture that it reaches. */
  readonly touches: readonly Side[]
  /** 1 for each of its pixels. */
  readonly mask: Uint8Array
}

/** Above this ΔE a pixel is seen as something else than the background, whatever that is. */
const LEAST = 9
/** A frame that differs so much from any background has none: a photo, a drawn scene. */
const BUSY = 12
/** Smaller parts are dust, not a figurine. Of all pixels. */
const DUST = 0.001
/** How far inside of a line at the edge it is looked again, in pixels. */
const INSET = 10
/** How much of a side must be covered to be reached. */
const REACHED = 0.015

const SIZE = LOOK * LOOK

const neighbours = (at: number): number[] => {
  const x = at % LOOK
  const found: number[] = []
  if (x > 0) found.push(at - 1)
  if (x < LOOK - 1) found.push(at + 1)
  if (at >= LOOK) found.push(at - LOOK)
  if (at < SIZE - LOOK) found.push(at + LOOK)
  return found
}

/** All that hangs together with `from` where `is` holds; marks what it has seen. */
const flood = (from: number, is: (at: number) => boolean, seen: Uint8Array): number[] => {
  const part = [from]
  seen[from] = 1
  for (const at of part)
    for (const next of neighbours(at))
      if (seen[next] === 0 && is(next)) {
        seen[next] = 1
        part.push(next)
      }
  return part
}

const partsOf = (is: (at: number) => boolean): number[][] => {
  const seen = new Uint8Array(SIZE)
  const parts: number[][] = []
  for (let at = 0; at < SIZE; at += 1) if (seen[at] === 0 && is(at)) parts.push(flood(at, is, seen))
  return parts
}

const boundsOf = (mask: Uint8Array): Bounds => {
  let [left, top, right, bottom] = [LOOK, LOOK, -1, -1]
  for (let at = 0; at < SIZE; at += 1)
    if (mask[at] === 1) {
      const [x, y] = [at % LOOK, Math.floor(at / LOOK)]
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  return { x: left, y: top, w: right - left + 1, h: bottom - top + 1 }
}

/** The pixel of a side's line that runs `inset` pixels from the edge. */
const LINES: Readonly<Record<Side, (along: number, inset: number) => number>> = {
  top: (along, inset) => inset * LOOK + along,
  bottom: (along, inset) => (LOOK - 1 - inset) * LOOK + along,
  left: (along, inset) => along * LOOK + inset,
  right: (along, inset) => along * LOOK + LOOK - 1 - inset,
}

const touchesOf = (mask: Uint8Array, inset: number): Side[] =>
  Side.options.filter((side) => {
    let covered = 0
    for (let along = 0; along < LOOK; along += 1) covered += mask[LINES[side](along, inset)] ?? 0
    return covered > REACHED * LOOK
  })

export type Seen = {
  readonly background: Background
  /** The ΔE from which a pixel is not background; null where nothing can be told apart: a photo, a drawn scene. */
  readonly limit: number | null
  /** Null where there is none. */
  readonly subject: Subject | null
}

const seeWithin = (picture: LabPicture, inset: number): Seen => {
  const background = fitBackground(picture, inset)
  if (background.noise > BUSY) return { background, limit: null, subject: null }
  const limit = Math.max(LEAST, 3 * background.noise)
  const standsOut = Uint8Array.from({ length: SIZE }, (_, at) =>
    depthOf(at) >= inset && background.distance(at) > limit ? 1 : 0,
  )
  const mask = new Uint8Array(SIZE)
  for (const part of partsOf((at) => standsOut[at] === 1))
    if (part.length > DUST * SIZE) for (const at of part) mask[at] = 1
  // Holes: what the background cannot reach from the edge.
  for (const part of partsOf((at) => mask[at] === 0))
    if (!part.some((at) => depthOf(at) <= inset)) for (const at of part) mask[at] = 1
  const area = mask.reduce((sum, one) => sum + one, 0) / SIZE
  const subject =
    area === 0 ? null : { bounds: boundsOf(mask), area, touches: touchesOf(mask, inset), mask }
  return { background, limit, subject }
}

/**
 * What stands out from an even background: the figurine with its base. Where a line runs along the edge, as panels of
 * design sheets have it, the picture is looked at inside of that.
 */
export const findSubject = (picture: LabPicture): Seen => {
  const whole = seeWithin(picture, 0)
  const touched = whole.subject?.touches ?? []
  if (touched.length === 0) return whole
  const inside = seeWithin(picture, INSET)
  if (inside.subject === null) return whole
  // A line runs along some sides, and the figurine may stand close to another: only what reaches both is cut off.
  const touches = inside.subject.touches.filter((side) => touched.includes(side))
  return touches.length < touched.length
    ? { ...inside, subject: { ...inside.subject, touches } }
    : whole
}
