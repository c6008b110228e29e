import type { Sharp } from 'sharp'

/** Replicate's advice for data URLs (docs: input files). */
const LIMIT = 256_000
/** The last one brings even pure noise of a megapixel below the limit. */
const QUALITIES = [92, 84, 74, 62, 50, 36, 20, 10] as const

/**
 * A reference's pixels as a data URL of at most 256 kB. A data URL goes with its run and is deleted with it, an hour
 * after; an uploaded file would stay for a day. The same pixels give the same URL, so that a run can be told by its
 * input.
 */
export const encodeReference = async (pixels: Sharp): Promise<string> => {
  let url = ''
  for (const quality of QUALITIES) {
    const bytes = await pixels.clone().jpeg({ quality }).toBuffer()
    url = `data:image/jpeg;base64,${bytes.toString('base64')}`
    if (url.length <= LIMIT) break
  }
  return url
}
