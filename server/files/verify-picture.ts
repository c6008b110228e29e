import sharp from 'sharp'
import { SHEET_PIXEL_LIMIT, SHEET_SIDE_LIMIT, SIDE_LIMIT } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { ImageHeader } from '../../shared/image-header.ts'
import { readImageHeader } from '../../shared/image-header.ts'

/** How large a picture may be, in pixels: its longest side, and all of it. */
export type PictureLimits = { readonly side: number; readonly pixels: number }

export const CANVAS_LIMITS: PictureLimits = { side: SIDE_LIMIT, pixels: SIDE_LIMIT * SIDE_LIMIT }
export const SHEET_LIMITS: PictureLimits = { side: SHEET_SIDE_LIMIT, pixels: SHEET_PIXEL_LIMIT }

/** Decodes every pixel, and keeps the last one: rows come in their order, so it is there after all others. */
const decode = async (
  bytes: Uint8Array,
  { width, height }: ImageHeader,
  { pixels }: PictureLimits,
): Promise<void> => {
  await sharp(bytes, {
    limitInputPixels: pixels,
    sequentialRead: true,
    failOn: 'error',
  })
    .extract({ left: width - 1, top: height - 1, width: 1, height: 1 })
    .raw()
    .toBuffer()
}

/**
 * What the bytes are, once they are known to be a whole PNG or JPEG within the limits: those of the canvas, unless
 * others are given. The size is read from the
 * header before anything is decoded, so that a small file that unpacks to gigabytes is refused unopened. Throws AppError
 * `invalid_request`.
 */
export const verifyPicture = async (
  bytes: Uint8Array,
  limits: PictureLimits = CANVAS_LIMITS,
): Promise<ImageHeader> => {
  const header = readImageHeader(bytes)
  if (header === null)
    throw new AppError(
      'invalid_request',
      'This is not a PNG or JPEG picture. Export it as one of these.',
    )
  if (Math.max(header.width, header.height) > limits.side)
    throw new AppError(
      'invalid_request',
      `The picture is ${header.width} × ${header.height} pixels; the longest side may have ${limits.side}. Make it smaller first.`,
      { details: { width: header.width, height: header.height, limit: limits.side } },
    )
  if (header.width * header.height > limits.pixels)
    throw new AppError(
      'invalid_request',
      `The picture is ${header.width} × ${header.height}, ${Math.round((header.width * header.height) / 1e6)} megapixels; it may have ${Math.round(limits.pixels / 1e6)}. Make it smaller first.`,
      { details: { width: header.width, height: header.height, limit: limits.pixels } },
    )
  try {
    await decode(bytes, header, limits)
  } catch (error) {
    throw new AppError(
      'invalid_request',
      'The picture is damaged or incomplete. Export it again.',
      {
        cause: error,
      },
    )
  }
  return header
}
