import type { Print } from './print.ts'
import { CELLS, PRINT } from './print.ts'

/** Where a point of one picture lies in another: `scale` times as far from the middle, then moved. Half a side is 1. */
export type Placing = { readonly scale: number; readonly x: number; readonly y: number }

/** The coarse look: cells a side, and the placings that are tried. */
const COARSE = 16
const SCALES = [0.78, 0.84, 0.9, 0.95, 1, 1.06, 1.12, 1.2, 1.28]
const STEPS = [-3, -2, -1, 0, 1, 2, 3].map((step) => step / 10)
/** So much of a picture must lie in the other one. */
const OVERLAP = 0.5
/** Fine steps of scale and place; each is halved so many times. */
const FINE = { scale: 0.04, place: 0.06 }
const HALVINGS = 6
const HOPELESS = 0.93

/** Sums over the cells of each coarse placing, of the values and of their squares. */
type Sums = { readonly sum: Float64Array; readonly squares: Float64Array }

/** The lightness of a print; what `align` compares. */
export type Relief = {
  readonly fine: Float32Array
  readonly coarse: Float32Array
  /** As the one that is placed, and as the one in which another is placed. */
  readonly from: Sums
  readonly to: Sums
}

/** The cell of `size` in which a placed cell's middle lies, with its fraction. */
const placed = (at: number, scale: number, move: number, size: number): number =>
  (((((at + 0.5) / size) * 2 - 1) * scale + move + 1) / 2) * size - 0.5

/** Each placing of the coarse look as pairs of cells, made once. */
const coarsePairs = (): { placing: Placing; from: Int16Array; to: Int16Array }[] =>
  SCALES.flatMap((scale) =>
    STEPS.flatMap((x) =>
      STEPS.map((y) => {
        const from: number[] = []
        const to: number[] = []
        for (let row = 0; row < COARSE; row += 1)
          for (let column = 0; column < COARSE; column += 1) {
            const toRow = Math.round(placed(row, scale, y, COARSE))
            const toColumn = Math.round(placed(column, scale, x, COARSE))
            if (Math.min(toRow, toColumn) < 0 || Math.max(toRow, toColumn) >= COARSE) continue
            from.push(row * COARSE + column)
            to.push(toRow * COARSE + toColumn)
          }
        return { placing: { scale, x, y }, from: Int16Array.from(from), to: Int16Array.from(to) }
      }),
    ),
  ).filter(({ from }) => from.length >= OVERLAP * COARSE * COARSE)
const COARSE_PAIRS = coarsePairs()

const sumsOf = (coarse: Float32Array, side: 'from' | 'to'): Sums => {
  const sum = new Float64Array(COARSE_PAIRS.length)
  const squares = new Float64Array(COARSE_PAIRS.length)
  for (const [at, pairs] of COARSE_PAIRS.entries())
    for (const cell of pairs[side]) {
      const value = coarse[cell] ?? 0
      sum[at] = (sum[at] ?? 0) + value
      squares[at] = (squares[at] ?? 0) + value * value
    }
  return { sum, squares }
}

export const reliefOf = ({ lab }: Pick<Print, 'lab'>): Relief => {
  const fine = Float32Array.from({ length: CELLS }, (_, cell) => lab[cell * 3] ?? 0)
  const block = PRINT / COARSE
  const coarse = new Float32Array(COARSE * COARSE)
  for (const [cell, value] of fine.entries()) {
    const row = Math.floor(Math.floor(cell / PRINT) / block)
    const at = row * COARSE + Math.floor((cell % PRINT) / block)
    coarse[at] = (coarse[at] ?? 0) + value / (block * block)
  }
  return { fine, coarse, from: sumsOf(coarse, 'from'), to: sumsOf(coarse, 'to') }
}

/** Pearson's correlation from sums over n pairs. */
const correlation = (n: number, a: number, b: number, aa: number, bb: number, ab: number) =>
  (ab - (a * b) / n) / Math.sqrt((aa - (a * a) / n) * (bb - (b * b) / n) + 1e-6)

const productsOf = (
  one: Float32Array,
  other: Float32Array,
  from: Int16Array,
  to: Int16Array,
): number => {
  let sum = 0
  for (let at = 0; at < from.length; at += 1)
    sum += (one[from[at] ?? 0] ?? 0) * (other[to[at] ?? 0] ?? 0)
  return sum
}

/** Over every other cell each way, between cells where it falls between them. */
const fineLikeness = (one: Float32Array, other: Float32Array, { scale, x, y }: Placing): number => {
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0]
  for (let row = 0; row < PRINT; row += 2) {
    const down = placed(row, scale, y, PRINT)
    if (down < 0 || down > PRINT - 1) continue
    const top = Math.min(PRINT - 2, Math.floor(down))
    const v = down - top
    for (let column = 0; column < PRINT; column += 2) {
      const across = placed(column, scale, x, PRINT)
      if (across < 0 || across > PRINT - 1) continue
      const left = Math.min(PRINT - 2, Math.floor(across))
      const u = across - left
      const at = top * PRINT + left
      const upper = (other[at] ?? 0) * (1 - u) + (other[at + 1] ?? 0) * u
      const lower = (other[at + PRINT] ?? 0) * (1 - u) + (other[at + PRINT + 1] ?? 0) * u
      const q = upper * (1 - v) + lower * v
      const p = one[row * PRINT + column] ?? 0
      n += 1
      a += p
      b += q
      aa += p * p
      bb += q * q
      ab += p * q
    }
  }
  return n < (OVERLAP * CELLS) / 4 ? -1 : correlation(n, a, b, aa, bb, ab)
}

export type Aligned = Placing & {
  /** How alike the lightness is there, from -1 to 1 (correlation). */
  readonly likeness: number
}

/** The best placing of the coarse look. */
export const alignCoarsely = (one: Relief, other: Relief): Aligned => {
  let best: Aligned = { scale: 1, x: 0, y: 0, likeness: -1 }
  for (const [at, { placing, from, to }] of COARSE_PAIRS.entries()) {
    const likeness = correlation(
      from.length,
      one.from.sum[at] ?? 0,
      other.to.sum[at] ?? 0,
      one.from.squares[at] ?? 0,
      other.to.squares[at] ?? 0,
      productsOf(one.coarse, other.coarse, from, to),
    )
    if (likeness > best.likeness) best = { ...placing, likeness }
  }
  return best
}

/** A placing made better step by step, each half as large as the one before. */
export const alignFinely = (one: Relief, other: Relief, start: Placing): Aligned => {
  let best: Aligned = { ...start, likeness: fineLikeness(one.fine, other.fine, start) }
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const [scale, place] = [FINE.scale / 2 ** halving, FINE.place / 2 ** halving]
    for (let hasMoved = true, rounds = 0; hasMoved && rounds < 4; rounds += 1) {
      hasMoved = false
      const tries = [
        { ...best, scale: best.scale + scale },
        { ...best, scale: best.scale - scale },
        { ...best, x: best.x + place },
        { ...best, x: best.x - place },
        { ...best, y: best.y + place },
        { ...best, y: best.y - place },
      ]
      for (const next of tries) {
        const likeness = fineLikeness(one.fine, other.fine, next)
        if (likeness <= best.likeness + 1e-4) continue
        best = { ...next, likeness }
        hasMoved = true
      }
    }
    // What is the same picture is nearly in place after the first large steps.
    if (best.likeness < HOPELESS) return best
  }
  return best
}
