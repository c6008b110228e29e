import type { Size } from '../../../../shared/aspect-ratio.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'

/** The size that a GIF states: two little-endian numbers after its signature. */
const readGif = (bytes: Uint8Array): Size | null => {
  const isGif = bytes.length >= 10 && String.fromCharCode(...bytes.subarray(0, 4)) === 'GIF8'
  if (!isGif) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** Pixels of a PNG, JPEG or GIF; null for anything else. */
export const imageSize = (bytes: Uint8Array): Size | null =>
  readImageHeader(bytes) ?? readGif(bytes)
