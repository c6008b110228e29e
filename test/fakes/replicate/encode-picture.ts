import type { Sharp } from 'sharp'
import type { Picture } from './picture.ts'

/** As quick as each format can be written: nobody looks closely. */
export const encodePicture = (image: Sharp, format: Picture['format']): Promise<Uint8Array> => {
  switch (format) {
    case 'png':
      return image.png({ compressionLevel: 1 }).toBuffer()
    case 'jpg':
      return image.jpeg().toBuffer()
    case 'webp':
      return image.webp({ effort: 0 }).toBuffer()
  }
}
