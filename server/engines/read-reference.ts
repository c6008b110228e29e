import type { Sharp } from 'sharp'
import sharp from 'sharp'
import type { Size } from '../../shared/aspect-ratio.ts'
import { SIDE_LIMIT } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { FileStore } from '../files/file-store.ts'

const GONE = 'The reference is not on the proxy any more. Nothing was charged. Select it again.'
const DAMAGED = 'The reference cannot be read any more. Nothing was charged. Select it again.'

/**
 * A reference's pixels and nothing else of it: upright, sRGB, on white where it is clear, in exactly `size`; what hangs
 * over at two sides is left out. Throws AppError in words when it is gone or damaged.
 */
export const readReference = async (
  files: Pick<FileStore, 'read'>,
  file: FileId,
  { width, height }: Size,
): Promise<Sharp> => {
  const bytes = await files.read(file)
  if (bytes === null) throw new AppError('not_found', GONE)
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: SIDE_LIMIT * SIDE_LIMIT,
      failOn: 'error',
    })
      .autoOrient()
      .resize(width, height, { fit: 'cover' })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return sharp(data, { raw: info })
  } catch (cause) {
    throw new AppError('invalid_request', DAMAGED, { cause })
  }
}
