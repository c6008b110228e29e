import type { Box } from '../../../shared/contract/index.ts'
import { median } from '../raster/median.ts'
import type { Raster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'
import { fitSurface, gridTerms, surfaceAt } from './fit-surface.ts'

/** What a cell looks like without all that stands in it. */
export type Background = {
  /** Its smooth colours, as large as the cell. */
  readonly base: Raster
  /** How far its pattern or grain goes from `base`, of 255. */
  readonly texture: number
  /** The share of the cell's rim that looks like the rest of it; a photo's rim is of many things. */
  readonly evenness: number
}

/** The cell is looked at with its longest side at so many pixels. */
const AFAR = 96
/** Of the shorter side: what is so near to the edge is background, more or less. */
const RIM = 0.07
const ROUNDS = 6
const LEAST = 7

type Look = { readonly small: Raster; readonly isFree: Uint8Array }

type Values = Uint8Array | Float32Array

/** How far two pixels at the same place are apart, in the channel where they are the most. */
const distance = (a: Values, b: Values, at: number): number =>
  Math.max(
    Math.abs((a[at * 3] ?? 0) - (b[at * 3] ?? 0)),
    Math.abs((a[at * 3 + 1] ?? 0) - (b[at * 3 + 1] ?? 0)),
    Math.abs((a[at * 3 + 2] ?? 0) - (b[at * 3 + 2] ?? 0)),
  )

/** The smooth surface that most of the rim lies on, and of the rest what lies on it as well. */
const fit = ({ small, isFree }: Look) => {
  const { width, height, data } = small
  const rim = Math.max(2, Math.round(Math.min(width, height) * RIM))
  const terms = gridTerms(width, height)
  const isRim = Uint8Array.from(isFree, (_, at) => {
    const x = at % width
    const y = (at - x) / width
    return x < rim || y < rim || x >= width - rim || y >= height - rim ? 1 : 0
  })
  let weights = isRim.map((on, at) => on & (isFree[at] ?? 0))
  const surface = new Float32Array(data.length)
  for (let round = 0; round < ROUNDS; round += 1) {
    fitSurface(terms, data, weights).forEach((factors, c) => {
      for (let at = 0; at < isRim.length; at += 1)
        surface[at * 3 + c] = surfaceAt(terms, factors, at)
    })
    const residuals = new Float32Array(isRim.length)
    for (let at = 0; at < residuals.length; at += 1) residuals[at] = distance(data, surface, at)
    const near = median(residuals.filter((_, at) => weights[at] === 1))
    const limit = Math.max(LEAST, 2.5 * near)
    const onlyRim = round < 2
    weights = Uint8Array.from(residuals, (off, at) =>
      isFree[at] === 1 && (isRim[at] === 1 || !onlyRim) && off < limit ? 1 : 0,
    )
  }
  const rims = isRim.reduce((sum, on, at) => sum + (on & (isFree[at] ?? 0)), 0)
  const fitting = isRim.reduce((sum, on, at) => sum + (on & (weights[at] ?? 0)), 0)
  return { weights, surface, evenness: rims === 0 ? 1 : fitting / rims }
}

/** A mean over the neighbours that count, where there are any. */
const spread = (values: Float32Array, weights: Uint8Array, width: number, height: number) => {
  let value = values.map((each, at) => each * (weights[at] ?? 0))
  let weight = Float32Array.from(weights)
  const RADIUS = 3
  const pass = (
    from: Float32Array,
    step: number,
    length: number,
    lines: number,
    stride: number,
  ) => {
    const to = new Float32Array(from.length)
    for (let line = 0; line < lines; line += 1)
      for (let at = 0; at < length; at += 1) {
        let sum = 0
        for (let by = -RADIUS; by <= RADIUS; by += 1)
          if (at + by >= 0 && at + by < length) sum += from[line * stride + (at + by) * step] ?? 0
        to[line * stride + at * step] = sum
      }
    return to
  }
  const blur = (from: Float32Array) =>
    pass(pass(from, 1, width, height, width), width, height, width, 1)
  value = blur(blur(value))
  weight = blur(blur(weight))
  // Far from all background there is no difference to go by.
  return value.map((each, at) => each / ((weight[at] ?? 0) + 4))
}

/** The background of a cell; `text` are boxes in it that hold words. */
export const findBackground = async (cell: Raster, text: readonly Box[]): Promise<Background> => {
  const scale = Math.min(1, AFAR / Math.max(cell.width, cell.height))
  const size = {
    width: Math.max(8, Math.round(cell.width * scale)),
    height: Math.max(8, Math.round(cell.height * scale)),
  }
  const small = await resize(cell, size)
  const isFree = new Uint8Array(size.width * size.height).fill(1)
  for (const { x, y, w, h } of text)
    for (
      let row = Math.floor(y * scale);
      row <= Math.min(size.height - 1, (y + h) * scale);
      row += 1
    )
      for (let at = Math.floor(x * scale); at <= Math.min(size.width - 1, (x + w) * scale); at += 1)
        isFree[row * size.width + at] = 0
  const { weights, surface, evenness } = fit({ small, isFree })
  const smooth = new Float32Array(surface.length)
  for (let c = 0; c < 3; c += 1) {
    const values = Float32Array.from(weights, (_, at) => surface[at * 3 + c] ?? 0)
    const off = values.map((value, at) => (small.data[at * 3 + c] ?? 0) - value)
    const local = spread(off, weights, size.width, size.height)
    values.forEach((value, at) => (smooth[at * 3 + c] = value + (local[at] ?? 0)))
  }
  const tiny = {
    ...size,
    data: Uint8Array.from(smooth, (value) => Math.max(0, Math.min(255, Math.round(value)))),
  }
  const base = await resize(tiny, cell)
  return { base, texture: textureOf(cell, base, weights, size), evenness }
}

/** How far 98 of 100 pixels of the background are from its smooth colour. */
const textureOf = (
  cell: Raster,
  base: Raster,
  weights: Uint8Array,
  size: { readonly width: number; readonly height: number },
): number => {
  const counts = new Uint32Array(256)
  let all = 0
  for (let y = 0; y < cell.height; y += 2)
    for (let x = 0; x < cell.width; x += 2) {
      const column = Math.floor((x * size.width) / cell.width)
      const row = Math.floor((y * size.height) / cell.height)
      if ((weights[row * size.width + column] ?? 0) === 0) continue
      const off = distance(cell.data, base.data, y * cell.width + x)
      counts[off] = (counts[off] ?? 0) + 1
      all += 1
    }
  let texture = 0
  for (let seen = 0; texture < 255; texture += 1) {
    seen += counts[texture] ?? 0
    if (seen >= 0.98 * all) break
  }
  return texture
}
