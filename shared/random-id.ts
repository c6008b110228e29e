const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 20

/** `bytes(n)` gives n random bytes; `crypto.getRandomValues` where there is one. */
export type RandomBytes = (length: number) => Uint8Array

/** `<prefix>_` and 20 characters of Crockford's base 32: 100 random bits. Parse the result with its id schema. */
export const randomId = (prefix: string, randomBytes: RandomBytes): string =>
  `${prefix}_${Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % 32]).join('')}`
