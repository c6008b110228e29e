import type { Size } from './aspect-ratio.ts'

export type ImageHeader = Size & { readonly type: 'image/png' | 'image/jpeg' }

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const readPng = (bytes: Uint8Array): ImageHeader | null => {
  // The first chunk is IHDR: length, name, width, height (W3C PNG, 11.2.2).
  if (bytes.length < 24 || PNG_SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(12) !== 0x49484452) return null
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const readJpeg = (bytes: Uint8Array): ImageHeader | null => {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Segments are 0xFF, a marker, and a length that counts itself (ITU-T T.81, annex B).
  for (let at = 2; at + 9 < bytes.length;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isStartOfFrame(marker))
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/**
 * The type and size, in pixels, that a picture's header states, without decoding it; null for anything but PNG or
 * JPEG. The name and the declared content type are not asked: only the bytes are.
 */
export const readImageHeader = (bytes: Uint8Array): ImageHeader | null => {
  const header = readPng(bytes) ?? readJpeg(bytes)
  return header !== null && header.width > 0 && header.height > 0 ? header : null
}
