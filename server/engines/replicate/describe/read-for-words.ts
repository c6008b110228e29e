import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { AppError } from '../../../../shared/errors.ts'
import type { FileId } from '../../../../shared/ids.ts'
import type { FileStore } from '../../../files/file-store.ts'

const GONE = 'This picture is not on the proxy any more. Nothing was charged. Send it again.'
const DAMAGED = 'This picture cannot be read any more. Nothing was charged. Send it again.'
/** What models that describe look at is not larger. Pixels of the longest side. */
const SIDE = 1024

const fit = (bytes: Uint8Array, sideLimit: number) =>
  sharp(bytes, { limitInputPixels: sideLimit * sideLimit, failOn: 'error' })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })

/** A picture's pixels and nothing else of it: no name, place or camera. Throws AppError in words. */
export const readForWords = async (
  files: Pick<FileStore, 'read'>,
  file: FileId,
  sideLimit: number,
): Promise<Sharp> => {
  const bytes = await files.read(file)
  if (bytes === null) throw new AppError('not_found', GONE)
  try {
    const { data, info } = await fit(bytes, sideLimit)
    return sharp(data, { raw: info })
  } catch (cause) {
    throw new AppError('invalid_request', DAMAGED, { cause })
  }
}
