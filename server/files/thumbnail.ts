import sharp from 'sharp'
import { SIDE_LIMIT } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'

/** A picture upright and made smaller, its longest side `side` pixels, as WebP. Throws AppError `not_found` for a damaged one. */
export const thumbnail = async (bytes: Uint8Array, side: number): Promise<Buffer> => {
  try {
    return await sharp(bytes, { limitInputPixels: SIDE_LIMIT * SIDE_LIMIT })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
  } catch (cause) {
    throw new AppError('not_found', 'This picture is damaged.', { cause })
  }
}
