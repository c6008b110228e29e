/**
 * 40 hexadecimal digits that equal bytes share, as Figma's image hashes look. It has no cryptographic strength: the
 * host only needs the same picture to be the same image. Four bytes at a time: a picture has millions.
 */
export const hashBytes = (bytes: Uint8Array): string => {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  padded.set(bytes)
  let a = 0x811c9dc5 | 0
  let b = 0x9747b28c | 0
  let c = 0x85ebca6b | 0
  let d = 0xc2b2ae35 | 0
  const words = new Uint32Array(padded.buffer)
  // An index, not an iterator: this loop is most of what a picture costs the host.
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0
    a = Math.imul(a ^ word, 0x01000193)
    b = Math.imul(b ^ a, 0x5bd1e995)
    c = c ^ Math.imul((b + word) | 0, 0xcc9e2d51)
    d = (Math.imul(d, 31) + c) | 0
  }
  return [a, b, c, d, bytes.length]
    .map((lane) => (lane >>> 0).toString(16).padStart(8, '0'))
    .join('')
}
