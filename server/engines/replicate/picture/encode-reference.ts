import sharp from 'sharp'
import type { Size } from '../../../../shared/aspect-ratio.ts'
import { SIDE_LIMIT } from '../../../../shared/contract/index.ts'

/** Pixels. Models draw about a megapixel; more would only be sent and thrown away. */
const LONGEST_SIDE = 1024
/** Replicate's advice for data URLs (docs: input files). */
const LIMIT = 256_000
const QUALITIES = [92, 84, 74, 62, 50] as const

/**
 * A reference as a data URL: upright, sRGB, without metadata, at most 1024 pixels a side, on white where it is clear.
 * A data URL goes with its run and is deleted with it, an hour after; an uploaded file would stay for a day. The same
 * bytes give the same URL, so that a run can be told by its input.
 */
export const encodeReference = async (
  bytes: Uint8Array,
): Promise<Size & { readonly url: string }> => {
  const image = sharp(bytes, { limitInputPixels: SIDE_LIMIT * SIDE_LIMIT, failOn: 'error' })
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
  let encoded = { url: '', width: 0, height: 0 }
  for (const quality of QUALITIES) {
    const { data, info } = await image
      .clone()
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true })
    const url = `data:image/jpeg;base64,${data.toString('base64')}`
    encoded = { url, width: info.width, height: info.height }
    if (url.length <= LIMIT) break
  }
  return encoded
}
