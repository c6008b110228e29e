import type { Background } from './fit-background.ts'
import type { LabPicture } from './lab-picture.ts'
import { LOOK } from './lab-picture.ts'

/** The side of a print, in cells. */
export const PRINT = 64
export const CELLS = PRINT * PRINT
const BLOCK = LOOK / PRINT

/** What a picture looks like from afar, row by row. */
export type Print = {
  /** L*, a* and b* of each cell, smoothed. */
  readonly lab: Float32Array
  /** How much of each cell stands out from the background, from 0 to 1; all of it where there is none. */
  readonly weight: Float32Array
}

/** Each cell with its neighbours, as 1-2-1: small shifts make small differences. */
const smooth = (values: Float32Array, channels: number): Float32Array => {
  const pass = (from: Float32Array, step: number, isEnd: (at: number, by: number) => boolean) =>
    Float32Array.from(from, (value, at) => {
      const cell = Math.floor(at / channels)
      const before = isEnd(cell, -1) ? value : (from[at - step * channels] ?? value)
      const after = isEnd(cell, 1) ? value : (from[at + step * channels] ?? value)
      return (before + 2 * value + after) / 4
    })
  const across = pass(values, 1, (cell, by) => cell % PRINT === (by < 0 ? 0 : PRINT - 1))
  return pass(across, PRINT, (cell, by) => (by < 0 ? cell < PRINT : cell >= CELLS - PRINT))
}

/** `limit`: the ΔE from which a pixel is no background; null where the picture has none. */
export const printOf = (
  picture: LabPicture,
  background: Background,
  limit: number | null,
): Print => {
  const lab = new Float32Array(CELLS * 3)
  const weight = new Float32Array(CELLS)
  for (let at = 0; at < LOOK * LOOK; at += 1) {
    const cell = Math.floor(Math.floor(at / LOOK) / BLOCK) * PRINT + Math.floor((at % LOOK) / BLOCK)
    for (let channel = 0; channel < 3; channel += 1)
      lab[cell * 3 + channel] =
        (lab[cell * 3 + channel] ?? 0) + (picture[at * 3 + channel] ?? 0) / (BLOCK * BLOCK)
    const isSubject = limit === null || background.distance(at) > limit
    weight[cell] = (weight[cell] ?? 0) + (isSubject ? 1 : 0) / (BLOCK * BLOCK)
  }
  return { lab: smooth(lab, 3), weight }
}

export const mirrorPrint = ({ lab, weight }: Print): Print => {
  const mirror = (values: Float32Array, channels: number) =>
    Float32Array.from(values, (_, at) => {
      const cell = Math.floor(at / channels)
      const mirrored = cell - (cell % PRINT) + PRINT - 1 - (cell % PRINT)
      return values[mirrored * channels + (at % channels)] ?? 0
    })
  return { lab: mirror(lab, 3), weight: mirror(weight, 1) }
}

/** A print in 16 kB: one byte for each number, half a ΔE apart at most. */
export const packPrint = ({ lab, weight }: Print): Uint8Array<ArrayBuffer> => {
  const packed = new Uint8Array(CELLS * 4)
  for (const [at, value] of lab.entries())
    packed[at] = Math.min(255, Math.max(0, Math.round(at % 3 === 0 ? value * 2.55 : value + 128)))
  for (const [cell, value] of weight.entries()) packed[CELLS * 3 + cell] = Math.round(value * 255)
  return packed
}

/** Null for bytes that are none. */
export const unpackPrint = (packed: Uint8Array): Print | null =>
  packed.length === CELLS * 4
    ? {
        lab: Float32Array.from(packed.subarray(0, CELLS * 3), (value, at) =>
          at % 3 === 0 ? value / 2.55 : value - 128,
        ),
        weight: Float32Array.from(packed.subarray(CELLS * 3), (value) => value / 255),
      }
    : null
