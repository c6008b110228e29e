import type { Raster } from '../raster/raster.ts'
import { newRaster } from '../raster/raster.ts'

/** Of a picture's values, left out at each end: a few strong colours leave the others no room. */
const OUTLIERS = 0.02
/** A smaller difference, of 255, is noise and is made no larger. */
const LEAST = 32

/** Values from 0 to 255: from the smallest to the largest. */
const stretched = (values: Int16Array): Uint8Array => {
  const sorted = values.slice().sort()
  const low = sorted[Math.floor(sorted.length * OUTLIERS)] ?? 0
  const high = sorted[Math.floor(sorted.length * (1 - OUTLIERS))] ?? 0
  const bytes = new Uint8Array(values.length)
  const factor = 255 / Math.max(LEAST, high - low)
  for (let at = 0; at < values.length; at += 1)
    bytes[at] = Math.max(0, Math.min(255, ((values[at] ?? 0) - low) * factor))
  return bytes
}

/**
 * A picture as it is, then with yellow against blue as its red and red against green as its green, and with the second of
 * these alone: words that are as dark as what they lie on stand out by their hue.
 */
export const otherColours = (picture: Raster): Raster[] => {
  const { data, width, height } = picture
  const size = width * height
  const values = [new Int16Array(size), new Int16Array(size), new Int16Array(size)] as const
  for (let at = 0; at < size; at += 1) {
    const [r, g, b] = [data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0]
    values[0][at] = r + g - 2 * b
    values[1][at] = r - g
    values[2][at] = r + g + b
  }
  const [yellow, red, light] = [stretched(values[0]), stretched(values[1]), stretched(values[2])]
  const [mixed, reds] = [newRaster(width, height), newRaster(width, height)]
  for (let at = 0; at < size; at += 1) {
    mixed.data[at * 3] = yellow[at] ?? 0
    mixed.data[at * 3 + 1] = red[at] ?? 0
    mixed.data[at * 3 + 2] = light[at] ?? 0
    reds.data.fill(red[at] ?? 0, at * 3, at * 3 + 3)
  }
  return [picture, mixed, reds]
}
