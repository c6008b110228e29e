import type { Box } from '../../../shared/contract/index.ts'
import type { Background } from '../clean/background.ts'
import type { Raster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'

/** A strip that is narrower, in pixels of the piece, shows no pattern. */
const NARROWEST = 12
/** Around what stands in a cell, of the piece: there its shadow may fall. */
const SHADOW = 0.03

/** A free strip along one edge of the cell. `from`: its end at the edge; `by`: the way into the cell, 1 or -1. */
type Strip = { readonly from: number; readonly by: 1 | -1; readonly length: number }

/** The strips before and behind what stands in a cell, along one axis; the wider one where the other is too narrow. */
const stripsOf = (length: number, from: number, to: number): [Strip | null, Strip | null] => {
  const first: Strip = { from: 0, by: 1, length: Math.max(0, Math.floor(from)) }
  const last: Strip = { from: length - 1, by: -1, length: Math.max(0, Math.floor(length - to)) }
  const isWide = (strip: Strip) => strip.length >= NARROWEST
  return [[first, last].find(isWide) ?? null, [last, first].find(isWide) ?? null]
}

/** The place in a strip that is `far` from its edge, there and back as often as it takes. */
const placeIn = ({ from, by, length }: Strip, far: number): number => {
  const within = far % (2 * length)
  return from + by * (within < length ? within : 2 * length - 1 - within)
}

type Surrounded = {
  /** The cleaned cell at its size in the piece. */
  readonly inner: Raster
  /** The size of the cell on the page. */
  readonly after: { readonly width: number; readonly height: number }
  readonly background: Background
  /** What stands in the cell, in its pixels; no pattern is taken from there. */
  readonly occupied: Box | null
}

/**
 * Lets the background of a cell go on around it, in place: the smooth colours of its edge, and the pattern of the free
 * strip along that edge, mirrored.
 */
export const drawSurroundings = async (
  piece: Raster,
  placed: Box,
  { inner, after, background, occupied }: Surrounded,
): Promise<void> => {
  const isX = placed.w < piece.width
  const [length, start, all] = isX
    ? [placed.w, placed.x, piece.width]
    : [placed.h, placed.y, piece.height]
  if (length === all) return
  const scale = placed.w / after.width
  const { x = 0, y = 0, w = 0, h = 0 } = occupied ?? {}
  const shadow = SHADOW * all
  const [from, to] = isX ? [x * scale, (x + w) * scale] : [y * scale, (y + h) * scale]
  const [first, last] =
    occupied === null ? stripsOf(length, length, 0) : stripsOf(length, from - shadow, to + shadow)
  const base = await resize(background.base, inner)
  const across = isX ? placed.h : placed.w
  // From one place to the next along the padded axis, and from one line of it to the next.
  const [step, stride] = isX ? [3, placed.w * 3] : [placed.w * 3, 3]
  const [stepTo, strideTo] = isX ? [3, piece.width * 3] : [piece.width * 3, 3]
  for (let at = 0; at < all; at += 1) {
    if (at >= start && at < start + length) continue
    const isFirst = at < start
    const strip = isFirst ? first : last
    const edge = (isFirst ? 0 : length - 1) * step
    const place =
      (strip === null ? 0 : placeIn(strip, isFirst ? start - 1 - at : at - start - length)) * step
    for (let line = 0; line < across; line += 1)
      for (let c = 0; c < 3; c += 1) {
        const there = place + line * stride + c
        const texture = strip === null ? 0 : (inner.data[there] ?? 0) - (base.data[there] ?? 0)
        const value = (base.data[edge + line * stride + c] ?? 0) + texture
        piece.data[at * stepTo + line * strideTo + c] = Math.max(0, Math.min(255, value))
      }
  }
}
