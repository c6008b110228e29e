export type RandomBytes = (length: number) => Uint8Array

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** 26 characters of a-z and 0-9: a prediction's or a file's id. */
export const randomId = (bytes: RandomBytes): string =>
  Array.from(bytes(26), (byte) => ALPHABET[byte % 32]).join('')
