import sharp from 'sharp'
import { SIDE_LIMIT } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { ImageHeader } from '../../shared/image-header.ts'
import { readImageHeader } from '../../shared/image-header.ts'

/** Decodes every pixel, and keeps the last one: rows come in their order, so it is there after all others. */
const decode = async (bytes: Uint8Array, { width, height }: ImageHeader): Promise<void> => {
  await sharp(bytes, {
    limitInputPixels: SIDE_LIMIT * SIDE_LIMIT,
    sequentialRead: true,
    failOn: 'error',
  })
    .extract({ left: width - 1, top: height - 1, width: 1, height: 1 })
    .raw()
    .toBuffer()
}

/**
 * What the bytes are, once they are known to be a whole PNG or JPEG that the canvas takes. The size is read from the
 * header before anything is decoded, so that a small file that unpacks to gigabytes is refused unopened. Throws AppError
 * `invalid_request`.
 */
export const verifyPicture = async (bytes: Uint8Array): Promise<ImageHeader> => {
  const header = readImageHeader(bytes)
  if (header === null)
    throw new AppError(
      'invalid_request',
      'This is not a PNG or JPEG picture. Export it as one of these.',
    )
  if (Math.max(header.width, header.height) > SIDE_LIMIT)
    throw new AppError(
      'invalid_request',
      `The picture is ${header.width} × ${header.height} pixels; the longest side may have ${SIDE_LIMIT}. Make it smaller first.`,
      { details: { width: header.width, height: header.height, limit: SIDE_LIMIT } },
    )
  try {
    await decode(bytes, header)
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
