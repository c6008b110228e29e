/**
 * 40 hexadecimal digits that equal bytes share, as Figma's image hashes look. It has no cryptographic strength: the
 * host only needs the same picture to be the same image.
 */
export const hashBytes = (bytes: Uint8Array): string => {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  let c = 0x85ebca6b
  let d = 0xc2b2ae35
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193)
    b = Math.imul(b ^ a, 0x5bd1e995)
    c = (c ^ Math.imul(b + byte, 0xcc9e2d51)) | 0
    d = Math.imul(d, 31) + c
  }
  return [a, b, c, d, bytes.length]
    .map((lane) => (lane >>> 0).toString(16).padStart(8, '0'))
    .join('')
}
