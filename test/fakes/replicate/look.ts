import type { Sharp } from 'sharp'
import sharp from 'sharp'

type Rgb = readonly [number, number, number]

/** What a trained version learned from its pieces: enough to be seen in every picture that it draws. */
export type Look = {
  /** The commonest colours, commonest first. */
  readonly palette: readonly Rgb[]
  /** Of its lines. */
  readonly line: Rgb
  /** From 0, generic, to 1, as in the pieces: more steps learn more. */
  readonly strength: number
}

const SIDE = 48
const COLOURS = 12
/** The share of the pixels that are taken to be lines: the darkest. */
const LINES = 0.03
/** The steps of a training that has learned its style (the trainer's own advice: 1000 to 1500). */
const ENOUGH_STEPS = 1500

const lightness = ([red, green, blue]: Rgb): number => red * 0.3 + green * 0.59 + blue * 0.11

const pixelsOf = async (image: Uint8Array): Promise<Rgb[]> => {
  const raw = await sharp(image)
    .flatten({ background: 'white' })
    .resize(SIDE, SIDE, { fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer()
  return Array.from({ length: SIDE * SIDE }, (_, at): Rgb => [
    raw[at * 3] ?? 0,
    raw[at * 3 + 1] ?? 0,
    raw[at * 3 + 2] ?? 0,
  ])
}

/** The mean colours of the fullest cells of a coarse grid over all colours. */
const commonest = (pixels: readonly Rgb[]): Rgb[] => {
  const cells = new Map<number, { count: number; sum: [number, number, number] }>()
  for (const [red, green, blue] of pixels) {
    const key = (red >> 5) * 64 + (green >> 5) * 8 + (blue >> 5)
    const cell = cells.get(key) ?? { count: 0, sum: [0, 0, 0] }
    cell.count += 1
    cell.sum = [cell.sum[0] + red, cell.sum[1] + green, cell.sum[2] + blue]
    cells.set(key, cell)
  }
  return [...cells.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, COLOURS)
    .map(({ count, sum }): Rgb => [sum[0] / count, sum[1] / count, sum[2] / count])
}

/** Learns from pictures; null where none can be read. */
export const learnLook = async (
  images: readonly Uint8Array[],
  steps: number,
): Promise<Look | null> => {
  const read = await Promise.allSettled(images.map(pixelsOf))
  const pixels = read.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  const palette = commonest(pixels)
  const darkest = pixels
    .toSorted((a, b) => lightness(a) - lightness(b))
    .slice(0, Math.ceil(pixels.length * LINES))
  const [line] = commonest(darkest)
  return line === undefined ? null : { palette, line, strength: Math.min(1, steps / ENOUGH_STEPS) }
}

const distance = (a: Rgb, b: Rgb): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

const nearest = (palette: readonly Rgb[], colour: Rgb): Rgb =>
  palette.reduce((best, one) => (distance(one, colour) < distance(best, colour) ? one : best))

/** A pixel this much darker or lighter than its neighbours is on a line. */
const EDGE = 28

/**
 * A picture in a look: its colours drawn towards the palette, its edges towards the line. `scale` is the LoRA strength:
 * 0 leaves the picture as it is.
 */
export const applyLook = async (
  picture: Sharp,
  look: Look | null,
  scale: number,
): Promise<Sharp> => {
  const share = look === null ? 0 : Math.min(1, look.strength * Math.max(0, scale))
  if (look === null || share === 0) return picture
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const towards = new Map<number, Rgb>()
  const out = Buffer.alloc(data.length)
  const colourAt = (at: number): Rgb => [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      const colour = colourAt(at)
      const key = (colour[0] >> 3) * 1024 + (colour[1] >> 3) * 32 + (colour[2] >> 3)
      const target = towards.get(key) ?? nearest(look.palette, colour)
      towards.set(key, target)
      const right = x + 2 < width ? colourAt(at + 6) : colour
      const below = y + 2 < height ? colourAt(at + width * 6) : colour
      const step = Math.max(
        Math.abs(lightness(colour) - lightness(right)),
        Math.abs(lightness(colour) - lightness(below)),
      )
      const ink = step > EDGE ? 0.7 * share : 0
      for (let channel = 0; channel < 3; channel += 1) {
        const own = colour[channel] ?? 0
        const learned = own + ((target[channel] ?? 0) - own) * 0.65 * share
        out[at + channel] = Math.round(learned + ((look.line[channel] ?? 0) - learned) * ink)
      }
    }
  return sharp(out, { raw: { width, height, channels: 3 } })
}
