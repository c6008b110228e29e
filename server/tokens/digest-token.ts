import { createHash } from 'node:crypto'

/** A token's SHA-256: what is stored of it, and of equal length for whatever somebody sends. */
export const digestToken = (token: string): Buffer => createHash('sha256').update(token).digest()
