import type { LabPicture } from './lab-picture.ts'
import { LOOK } from './lab-picture.ts'

/** A colour in CIE L*a*b*. */
export type Lab = readonly [number, number, number]

export type Background = {
  /** What it is in the middle. */
  readonly colour: Lab
  /** How far the edge of the picture is from it, typically: a ΔE of a few for paper, of tens for a photo. */
  readonly noise: number
  /** The ΔE of a pixel from what the background is there. */
  readonly distance: (at: number) => number
}

/** The frame in which no figurine is expected, in pixels. */
const RING = 8
const ROUNDS = 4

/** How far a pixel is from the nearest edge of the picture. */
export const depthOf = (at: number): number => {
  const [x, y] = [at % LOOK, Math.floor(at / LOOK)]
  return Math.min(x, y, LOOK - 1 - x, LOOK - 1 - y)
}

const rings = new Map<number, readonly number[]>()

const ringAt = (inset: number): readonly number[] => {
  const known = rings.get(inset)
  if (known !== undefined) return known
  const ring = Array.from({ length: LOOK * LOOK }, (_, at) => at).filter((at) => {
    const depth = depthOf(at)
    return depth >= inset && depth < inset + RING
  })
  rings.set(inset, ring)
  return ring
}

const xOf = (at: number): number => ((at % LOOK) / (LOOK - 1)) * 2 - 1
const yOf = (at: number): number => (Math.floor(at / LOOK) / (LOOK - 1)) * 2 - 1

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

type Plane = readonly [number, number, number]

/** The plane c + ax + by with the least squares over some pixels of a frame, which is symmetric enough that each part stands alone. */
const fitPlane = (picture: LabPicture, pixels: readonly number[], channel: number): Plane => {
  let [sum, sumX, sumY, sumXX, sumYY, meanX, meanY] = [0, 0, 0, 0, 0, 0, 0]
  for (const at of pixels) {
    meanX += xOf(at) / pixels.length
    meanY += yOf(at) / pixels.length
    sum += (picture[at * 3 + channel] ?? 0) / pixels.length
  }
  for (const at of pixels) {
    const [x, y] = [xOf(at) - meanX, yOf(at) - meanY]
    const value = (picture[at * 3 + channel] ?? 0) - sum
    sumX += x * value
    sumY += y * value
    sumXX += x * x
    sumYY += y * y
  }
  const [a, b] = [sumXX > 0 ? sumX / sumXX : 0, sumYY > 0 ? sumY / sumYY : 0]
  return [sum - a * meanX - b * meanY, a, b]
}

const colourAt = (picture: LabPicture, at: number, channel: number): number =>
  picture[at * 3 + channel] ?? 0

/**
 * The even or slowly changing colour behind a figurine, fitted to a frame that begins `inset` pixels from the edge. What
 * stands out there, as a base that reaches the edge does, is left out of the fit.
 */
export const fitBackground = (picture: LabPicture, inset = 0): Background => {
  const ring = ringAt(inset)
  const flat = (channel: number): Plane => [
    medianOf(ring.map((at) => colourAt(picture, at, channel))),
    0,
    0,
  ]
  let [l, a, b] = [flat(0), flat(1), flat(2)]
  const distance = (at: number): number => {
    const [x, y] = [xOf(at), yOf(at)]
    return Math.hypot(
      colourAt(picture, at, 0) - l[0] - l[1] * x - l[2] * y,
      colourAt(picture, at, 1) - a[0] - a[1] * x - a[2] * y,
      colourAt(picture, at, 2) - b[0] - b[1] * x - b[2] * y,
    )
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const distances = ring.map(distance)
    const limit = Math.max(4, 2 * medianOf(distances))
    const even = ring.filter((_, at) => (distances[at] ?? 0) <= limit)
    ;[l, a, b] = [
      fitPlane(picture, even, 0),
      fitPlane(picture, even, 1),
      fitPlane(picture, even, 2),
    ]
  }
  return { colour: [l[0], a[0], b[0]], noise: medianOf(ring.map(distance)), distance }
}
