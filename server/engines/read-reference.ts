import type { Sharp } from 'sharp'
import sharp from 'sharp'
import type { Size } from '../../shared/aspect-ratio.ts'
import { SIDE_LIMIT } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { FileStore } from '../files/file-store.ts'

const GONE = 'The reference is not on the proxy any more. Nothing was charged. Select it again.'
const DAMAGED = 'The reference cannot be read any more. Nothing was charged. Select it again.'

const fit = (bytes: Uint8Array, { width, height }: Size) =>
  sharp(bytes, { limitInputPixels: SIDE_LIMIT * SIDE_LIMIT, failOn: 'error' })
    .autoOrient()
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })

const readFitted = async (files: Pick<FileStore, 'read'>, file: FileId, size: Size) => {
  try {
    const bytes = await files.read(file)
    return bytes === null ? null : await fit(bytes, size)
  } catch (cause) {
    throw new AppError('invalid_request', DAMAGED, { cause })
  }
}

/**
 * A reference's pixels and nothing else of it: upright, sRGB, on white where it is clear, in exactly `size`; what hangs
 * over at two sides is left out. Throws AppError in words when it is gone or damaged.
 */
export const readReference = async (
  files: Pick<FileStore, 'read'>,
  file: FileId,
  size: Size,
): Promise<Sharp> => {
  const fitted = await readFitted(files, file, size)
  if (fitted === null) throw new AppError('not_found', GONE)
  return sharp(fitted.data, { raw: fitted.info })
}
