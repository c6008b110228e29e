import type { Random } from '../../../server/engines/sample/random.ts'
import { between, pick } from '../../../server/engines/sample/random.ts'

export { between, pick }
export type { Random }

export const chance = (random: Random, share: number): boolean => random() < share

/** A colour by hue (degrees), saturation and lightness (0 to 100). */
export const hsl = (hue: number, saturation: number, lightness: number): string => {
  const s = saturation / 100
  const l = lightness / 100
  const channel = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

export const rect = (
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
  fill: string,
  more = '',
): string => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`

export const path = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}" ${more}/>`
