import sharp from 'sharp'
import { SIDE_LIMIT } from '../../../../shared/contract/index.ts'
import type { ImageHeader } from '../../../../shared/image-header.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'
import type { PictureFormat } from '../../../../shared/settings.ts'
import { verifyPicture } from '../../../files/verify-picture.ts'

const TYPES = { png: 'image/png', jpg: 'image/jpeg' } as const

export type Verified = { readonly bytes: Uint8Array; readonly header: ImageHeader }

const isWebp = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'RIFF' &&
  Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP'

/**
 * The picture in the format that she chose: as it came where it is that already, otherwise turned, because Figma takes
 * no WebP. Every pixel is decoded on the way. Throws where the bytes are no whole picture.
 */
export const toPicture = async (bytes: Uint8Array, format: PictureFormat): Promise<Verified> => {
  const header = readImageHeader(bytes)
  if (header?.type === TYPES[format]) return { bytes, header: await verifyPicture(bytes) }
  if (header === null && !isWebp(bytes)) throw new Error('Neither PNG nor JPEG nor WebP')
  const image = sharp(bytes, { limitInputPixels: SIDE_LIMIT * SIDE_LIMIT, failOn: 'error' })
  const turned =
    format === 'png'
      ? image.png({ compressionLevel: 6 })
      : image.flatten({ background: 'white' }).jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  const result = await turned.toBuffer()
  return { bytes: result, header: await verifyPicture(result) }
}
