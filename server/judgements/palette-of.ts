import sharp from 'sharp'
import type { Swatch } from '../../shared/contract/index.ts'

/** The longest side that a picture is made smaller to, and how many colours are left of it. */
const SIDE = 96
const COLOURS = 16

const hexOf = (rgb: number): Swatch['colour'] => `#${rgb.toString(16).padStart(6, '0')}`

/**
 * The colours of a picture by median cut, at most 16, most of it first. Libvips chooses them (`palette` of its PNG
 * writer), over white where the picture is transparent.
 */
export const paletteOf = async (bytes: Uint8Array): Promise<Swatch[]> => {
  const indexed = await sharp(bytes)
    .resize(SIDE, SIDE, { fit: 'inside' })
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: COLOURS, dither: 0 })
    .toBuffer()
  const { data, info } = await sharp(indexed)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const counts = new Map<number, number>()
  for (let at = 0; at < data.length; at += info.channels) {
    const rgb = data.readUIntBE(at, 3)
    counts.set(rgb, (counts.get(rgb) ?? 0) + 1)
  }
  const pixels = info.width * info.height
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([rgb, count]) => ({ colour: hexOf(rgb), share: count / pixels }))
}
