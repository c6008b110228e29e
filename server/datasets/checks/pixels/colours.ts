import type { Print } from './print.ts'
import { CELLS } from './print.ts'

/** Bins each way: of L* from 0 to 100, of a* and b* from -40 to 40. */
const BINS = 4

/** How a subject's colours are spread, in 64 bins; the sum is 1. Mirrored, cropped and moved it stays about the same. */
export type Colours = Float32Array

const binOf = (value: number, from: number, to: number): number =>
  Math.min(BINS - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * BINS)))

export const coloursOf = ({ lab, weight }: Print): Colours => {
  const colours = new Float32Array(BINS ** 3)
  const all = weight.reduce((sum, one) => sum + one, 0) || 1
  for (let cell = 0; cell < CELLS; cell += 1) {
    const l = binOf(lab[cell * 3] ?? 0, 0, 100)
    const a = binOf(lab[cell * 3 + 1] ?? 0, -40, 40)
    const b = binOf(lab[cell * 3 + 2] ?? 0, -40, 40)
    const bin = (l * BINS + a) * BINS + b
    colours[bin] = (colours[bin] ?? 0) + (weight[cell] ?? 0) / all
  }
  return colours
}

/** How much of two spreads is the same, from 0 to 1 (histogram intersection). */
export const sharedColours = (one: Colours, other: Colours): number =>
  one.reduce((sum, share, bin) => sum + Math.min(share, other[bin] ?? 0), 0)
