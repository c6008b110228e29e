const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** RFC 4648, section 4. Neither Node's nor the browser's own is at hand in both. */
export const encodeBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    text += DIGITS.charAt(word >> 18) + DIGITS.charAt((word >> 12) & 63)
    text += b === undefined ? '=' : DIGITS.charAt((word >> 6) & 63)
    text += c === undefined ? '=' : DIGITS.charAt(word & 63)
  }
  return text
}

export const decodeBase64 = (text: string): Uint8Array => {
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let word = 0
  for (let at = 0; at < digits.length; at += 1) {
    word = ((word << 6) | DIGITS.indexOf(digits.charAt(at))) & 0xffffff
    if (at % 4 > 0) bytes[Math.floor((at * 3) / 4)] = (word >> (6 - 2 * (at % 4))) & 0xff
  }
  return bytes
}
