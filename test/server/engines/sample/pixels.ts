import sharp from 'sharp'
import { drawPicture } from '../../../../server/engines/sample/draw/draw-picture.ts'
import { imagine } from '../../../../server/engines/sample/imagine.ts'
import { parseBrief } from '../../../../server/engines/sample/parse-brief.ts'

/** The side of the small pictures that tests compare, in pixels. */
export const SIDE = 96

/** Parts of the picture, from 0 to 1: left, top, right, bottom. */
export type Region = readonly [left: number, top: number, right: number, bottom: number]

/** Red, green and blue of each pixel of a small square picture. */
export const pixelsOf = (brief: string, seed: number): Promise<Buffer> =>
  sharp(Buffer.from(drawPicture(imagine(parseBrief(brief), seed), { width: SIDE, height: SIDE })))
    .removeAlpha()
    .raw()
    .toBuffer()

/** How many pixels differ visibly inside and outside of the region. */
export const differences = (
  one: Buffer,
  other: Buffer,
  [left, top, right, bottom]: Region,
): { readonly inside: number; readonly outside: number } => {
  const counts = { inside: 0, outside: 0 }
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const differs = [0, 1, 2].some((c) => Math.abs(one[at * 3 + c]! - other[at * 3 + c]!) > 12)
    if (!differs) continue
    const [x, y] = [(at % SIDE) / SIDE, Math.floor(at / SIDE) / SIDE]
    const inside = x >= left && x <= right && y >= top && y <= bottom
    counts[inside ? 'inside' : 'outside'] += 1
  }
  return counts
}
