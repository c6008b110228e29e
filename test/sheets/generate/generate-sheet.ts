import sharp from 'sharp'
import { randomOf } from '../../../server/engines/sample/random.ts'
import type { Box } from '../../../shared/contract/index.ts'
import { pick } from './draw.ts'
import type { Page } from './page.ts'
import { drawPage } from './page.ts'
import { photograph } from './photograph.ts'
import type { SheetKinds } from './sheet-kinds.ts'
import type { CellTruth, Sheet } from '../sheet-truth.ts'

/** RGB, row by row. */
type Pixels = Uint8Array

const raster = async ({ width, height, defs }: Page, content: string): Promise<Pixels> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${defs}</defs>${content}</svg>`
  return sharp(Buffer.from(svg), { limitInputPixels: false, unlimited: true })
    .removeAlpha()
    .raw()
    .toBuffer()
}

const crop = (pixels: Pixels, width: number, { x, y, w, h }: Box): Pixels => {
  const part = new Uint8Array(w * h * 3)
  for (let row = 0; row < h; row += 1) {
    const start = ((y + row) * width + x) * 3
    part.set(pixels.subarray(start, start + w * 3), row * w * 3)
  }
  return part
}

/** 1 where two pictures differ by more than a little. */
const difference = (a: Pixels, b: Pixels): Uint8Array => {
  const mask = new Uint8Array(a.length / 3)
  for (let at = 0; at < mask.length; at += 1) {
    const channel = (c: number) => Math.abs((a[at * 3 + c] ?? 0) - (b[at * 3 + c] ?? 0))
    if (Math.max(channel(0), channel(1), channel(2)) > 3) mask[at] = 1
  }
  return mask
}

const boundsOf = (
  mask: Uint8Array,
  width: number,
  offset: { x: number; y: number },
): (Box & { pixels: number }) | null => {
  let [left, top, right, bottom, pixels] = [Infinity, Infinity, -1, -1, 0]
  for (let at = 0; at < mask.length; at += 1) {
    if (mask[at] !== 1) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    pixels += 1
  }
  return pixels === 0
    ? null
    : { x: offset.x + left, y: offset.y + top, w: right - left + 1, h: bottom - top + 1, pixels }
}

const bare = ({ x, y, w, h }: Box): Box => ({ x, y, w, h })

/** A design sheet with its truth. The same seed and kinds are the same sheet, byte for byte. */
export const generateSheet = async (seed: number, kinds: SheetKinds): Promise<Sheet> => {
  const page = drawPage(seed, kinds)
  const { ground, figures, labels } = page.layers
  const random = randomOf(seed, 'damage')
  const damage = pick(random, kinds.damages)
  const shoot = (pixels: Pixels) => (damage === 'paper' ? photograph(pixels, page, seed) : pixels)
  const empty = await raster(page, ground)
  const bareFigures = await raster(page, ground + figures)
  const whole = await raster(page, ground + figures + labels)
  const clean = shoot(bareFigures)
  const quality = damage === 'jpeg' ? pick(random, [60, 75, 88]) : 92

  const cells: CellTruth[] = []
  for (const cell of page.cells) {
    const { rect } = cell
    const within = (pixels: Pixels) => crop(pixels, page.width, rect)
    const figure = boundsOf(difference(within(empty), within(bareFigures)), rect.w, rect)
    const figureMask = difference(within(empty), within(bareFigures))
    const found = []
    for (const label of cell.labels) {
      const alone = await raster(page, ground + figures + label.svg)
      const mask = difference(within(bareFigures), within(alone))
      const box = boundsOf(mask, rect.w, rect)
      if (box === null) continue
      const touching = mask.some((on, at) => on === 1 && figureMask[at] === 1)
      const { text, rotated, pill } = label
      found.push({ text, box: bare(box), pixels: box.pixels, rotated, pill, touching })
    }
    cells.push({
      rect,
      panel: cell.panel,
      rounded: cell.rounded,
      view: cell.view,
      figureBox: figure === null ? rect : bare(figure),
      keepText: cell.words === null ? [] : [cell.words],
      labels: found,
      clean: crop(clean, page.width, rect),
      labelMask: difference(within(bareFigures), within(whole)),
    })
  }
  const picture = sharp(shoot(whole), {
    raw: { width: page.width, height: page.height, channels: 3 },
  })
  const bytes = await (
    damage === 'none' ? picture.png({ compressionLevel: 3 }) : picture.jpeg({ quality })
  ).toBuffer()
  return {
    name: `seed ${seed}: ${page.gutter}, ${page.style}, ${damage}`,
    bytes,
    width: page.width,
    height: page.height,
    banner: page.banner,
    footer: page.footer,
    cells,
  }
}
