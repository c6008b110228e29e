import type { Enforce } from '../rules/create-enforce.ts'
import { hashBytes } from './hash-bytes.ts'
import { imageSize } from './image-size.ts'

/** Pixels a side (plugin-api.d.ts, line 1740). */
const LARGEST = 4096

/** The images of a document, by hash. The same bytes are one image. */
export type Images = {
  /** Returns the hash. Throws in Figma's words for a picture that Figma refuses. */
  add: (bytes: Uint8Array) => string
  get: (hash: string) => Uint8Array | undefined
}

export const createImages = (stored: ReadonlyMap<string, Uint8Array>, enforce: Enforce): Images => {
  const images = new Map(stored)
  return {
    add: (bytes) => {
      enforce('image-too-small', bytes.length > 0, 'Image is too small')
      const size = imageSize(bytes)
      enforce('image-type', size !== null || bytes.length === 0, 'Image type is unsupported')
      const { width, height } = size ?? { width: 1, height: 1 }
      enforce('image-too-small', width >= 1 && height >= 1, 'Image is too small')
      enforce('image-too-large', width <= LARGEST && height <= LARGEST, 'Image is too large')
      const hash = hashBytes(bytes)
      images.set(hash, bytes)
      return hash
    },
    get: (hash) => images.get(hash),
  }
}
