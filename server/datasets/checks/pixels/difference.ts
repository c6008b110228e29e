import type { Placing } from './align.ts'
import type { Print } from './print.ts'
import { CELLS, PRINT } from './print.ts'

export type Difference = {
  /** The mean ΔE of cells where either has its subject, once the light is made the same; each counts up to 40. */
  readonly colour: number
  /** How much of the one's subject lies in the other picture, from 0 to 1. */
  readonly overlap: number
}

const MOST = 40
/** A cell counts from this weight on. */
const COUNTS = 0.25

/** What differs between two prints, the one placed in the other. */
export const differenceOf = (one: Print, other: Print, { scale, x, y }: Placing): Difference => {
  const offsets = new Float32Array(CELLS * 3)
  const mean = [0, 0, 0]
  let [count, inside, all] = [0, 0, 0]
  for (let cell = 0; cell < CELLS; cell += 1) {
    const weight = one.weight[cell] ?? 0
    all += weight
    const across = (((((cell % PRINT) + 0.5) / PRINT) * 2 - 1) * scale + x + 1) / 2
    const down = ((((Math.floor(cell / PRINT) + 0.5) / PRINT) * 2 - 1) * scale + y + 1) / 2
    const [column, row] = [across * PRINT - 0.5, down * PRINT - 0.5]
    if (column < 0 || row < 0 || column > PRINT - 1 || row > PRINT - 1) continue
    inside += weight
    const left = Math.min(PRINT - 2, Math.floor(column))
    const top = Math.min(PRINT - 2, Math.floor(row))
    const [u, v] = [column - left, row - top]
    const read = (values: Float32Array, channels: number, channel: number): number => {
      const at = (top * PRINT + left) * channels + channel
      const below = at + PRINT * channels
      return (
        ((values[at] ?? 0) * (1 - u) + (values[at + channels] ?? 0) * u) * (1 - v) +
        ((values[below] ?? 0) * (1 - u) + (values[below + channels] ?? 0) * u) * v
      )
    }
    if (Math.max(weight, read(other.weight, 1, 0)) < COUNTS) continue
    for (let channel = 0; channel < 3; channel += 1) {
      const offset = (one.lab[cell * 3 + channel] ?? 0) - read(other.lab, 3, channel)
      offsets[count * 3 + channel] = offset
      mean[channel] = (mean[channel] ?? 0) + offset
    }
    count += 1
  }
  const [l = 0, a = 0, b = 0] = mean.map((sum) => sum / Math.max(1, count))
  let sum = 0
  for (let at = 0; at < count; at += 1)
    sum += Math.min(
      MOST,
      Math.hypot(
        (offsets[at * 3] ?? 0) - l,
        (offsets[at * 3 + 1] ?? 0) - a,
        (offsets[at * 3 + 2] ?? 0) - b,
      ),
    )
  return { colour: count === 0 ? MOST : sum / count, overlap: all === 0 ? 0 : inside / all }
}
