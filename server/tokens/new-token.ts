import { randomBytes } from 'node:crypto'

/** 256 random bits, in letters that need no escaping in a link or a header. */
export const newToken = (): string => randomBytes(32).toString('base64url')
