import sharp from 'sharp'
import { SHEET_PIXEL_LIMIT } from '../../../shared/contract/index.ts'
import type { Raster } from './raster.ts'

/** A page with more pixels is worked on smaller: a cell of it is still larger than its piece. */
const WORKED_ON = 16_000_000

export type DecodedPage = {
  readonly page: Raster
  /** The size of the picture as it was sent, turned as its camera says. */
  readonly width: number
  readonly height: number
}

/** A picture's pixels in sRGB, upright, on white where it is transparent. Rejects for damaged bytes. */
export const decodePage = async (bytes: Uint8Array): Promise<DecodedPage> => {
  const options = { limitInputPixels: SHEET_PIXEL_LIMIT, failOn: 'error' } as const
  const { width, height } = (await sharp(bytes, options).metadata()).autoOrient
  const scale = Math.min(1, Math.sqrt(WORKED_ON / (width * height)))
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), {
      fit: 'fill',
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    page: { data: toRgb(data, info.channels), width: info.width, height: info.height },
    width,
    height,
  }
}

/** A grey picture comes with one channel. */
const toRgb = (data: Uint8Array, channels: number): Uint8Array => {
  if (channels === 3) return data
  const rgb = new Uint8Array((data.length / channels) * 3)
  for (let at = 0; at < rgb.length; at += 1) rgb[at] = data[Math.floor(at / 3) * channels] ?? 0
  return rgb
}
