import type { Box } from '../../../shared/contract/index.ts'
import { componentsOf, newMask } from '../raster/components.ts'
import type { Mask } from '../raster/components.ts'
import { contains } from '../raster/boxes.ts'
import type { Raster } from '../raster/raster.ts'

/** A figurine's colours, in a small picture of it. */
export type FigureColours = {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each place. */
  readonly data: Uint8Array
  /** 1 where the figurine is, and nothing that was read. */
  readonly own: Uint8Array
  /** Where the picture lies in the cell, and how many of the cell's pixels one of its places is. */
  readonly x: number
  readonly y: number
  readonly step: number
}

/** The figurine is looked at with its longest side at so many places. */
const SIDE = 96
/** So far apart, of 255 in one channel, are two colours; light falls off over a photographed page. */
const APART = 32
/** Of a figurine, to be one of its colours; and that another has of foreign ones at most to be the same in another view. */
const PRESENT = 0.004
const OTHER = 0.25
/** What may be a line of words, by the figurine's box: so wide and no higher, this share of the figurine, so full. */
const LINE = { wide: 0.2, high: 0.3, area: 0.015, full: 0.4, aspect: 1.2 }

/** The colours of the figurine in a cell. `read`: boxes of words, which are not its. */
export const coloursOf = (
  cell: Raster,
  figure: Mask,
  { x, y, w, h }: Box,
  read: readonly Box[],
): FigureColours => {
  const step = Math.max(1, Math.max(w, h) / SIDE)
  const [width, height] = [Math.floor(w / step), Math.floor(h / step)]
  const data = new Uint8Array(width * height * 3)
  const own = new Uint8Array(width * height)
  for (let v = 0; v < height; v += 1)
    for (let u = 0; u < width; u += 1) {
      const [px, py] = [Math.floor(x + (u + 0.5) * step), Math.floor(y + (v + 0.5) * step)]
      const from = py * cell.width + px
      data.set(cell.data.subarray(from * 3, from * 3 + 3), (v * width + u) * 3)
      if (figure.data[from] === 1 && !read.some((box) => contains(box, px, py)))
        own[v * width + u] = 1
    }
  return { width, height, data, own, x, y, step }
}

/** For each colour, at 4 bits a channel, whether a figurine has one that is near to it. */
const paletteOf = ({ data, own }: FigureColours): Uint8Array => {
  const counts = new Map<number, number>()
  let all = 0
  for (let at = 0; at < own.length; at += 1) {
    if (own[at] !== 1) continue
    all += 1
    const bin = binOf(data, at)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  const reach = Math.round(APART / 16)
  const near = new Uint8Array(4096)
  for (const [bin, count] of counts) {
    if (count < PRESENT * all) continue
    const [r, g, b] = [bin >> 8, (bin >> 4) & 15, bin & 15]
    for (let i = Math.max(0, r - reach); i <= Math.min(15, r + reach); i += 1)
      for (let j = Math.max(0, g - reach); j <= Math.min(15, g + reach); j += 1)
        for (let k = Math.max(0, b - reach); k <= Math.min(15, b + reach); k += 1)
          near[(i << 8) | (j << 4) | k] = 1
  }
  return near
}

const binOf = (data: Uint8Array, at: number): number =>
  (((data[at * 3] ?? 0) >> 4) << 8) |
  (((data[at * 3 + 1] ?? 0) >> 4) << 4) |
  ((data[at * 3 + 2] ?? 0) >> 4)

/**
 * For each figurine, the places that may be words because of a colour that it has in no other view, in its cell's
 * pixels: letters that run together are read by nobody, and are seen. None where the views are not of one figurine.
 */
export const foreignColours = (views: readonly (FigureColours | null)[]): Box[][] => {
  const palettes = views.map((view) => view && paletteOf(view))
  return views.map((view, index) => {
    const others = palettes.filter((palette, at) => palette !== null && at !== index)
    if (view === null || others.length === 0) return []
    const { width, height, data, own, x, y, step } = view
    const mask = newMask(width, height)
    let [foreign, all] = [0, 0]
    for (let at = 0; at < own.length; at += 1) {
      if (own[at] !== 1) continue
      all += 1
      const bin = binOf(data, at)
      if (others.some((palette) => palette?.[bin] === 1)) continue
      mask.data[at] = 1
      foreign += 1
    }
    if (foreign > OTHER * all) return []
    return componentsOf(mask)
      .parts.filter(
        ({ box, area }) =>
          area >= LINE.area * all &&
          area >= LINE.full * box.w * box.h &&
          box.w >= LINE.wide * width &&
          box.h <= LINE.high * height &&
          box.w >= LINE.aspect * box.h,
      )
      .map(({ box }) => ({
        x: Math.round(x + box.x * step),
        y: Math.round(y + box.y * step),
        w: Math.round(box.w * step),
        h: Math.round(box.h * step),
      }))
  })
}
