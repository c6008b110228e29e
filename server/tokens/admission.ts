import { timingSafeEqual } from 'node:crypto'
import { digestToken } from './digest-token.ts'
import type { TokenRecord, TokenStore } from './token-store.ts'

export type Admission = {
  /** Whose token this is; null when it lets nobody in. */
  admit: (token: string) => TokenRecord | null
  /** Whether it still lets its person in. */
  isValid: (token: TokenRecord) => boolean
}

/**
 * Who is let in. What another process writes counts from the next question on; until then the tokens are read from
 * memory. Each is compared with the given one, by digests, so that the time taken tells nothing.
 */
export const createAdmission = (store: TokenStore): Admission => {
  let revision = store.revision()
  let valid: readonly TokenRecord[] = []
  const read = () => {
    valid = store.list().filter(({ revokedAt }) => revokedAt === null)
  }
  read()

  const current = (): readonly TokenRecord[] => {
    const latest = store.revision()
    if (latest !== revision) read()
    revision = latest
    return valid
  }
  const match = (hash: Uint8Array): TokenRecord | null =>
    current().filter((token) => timingSafeEqual(token.hash, hash))[0] ?? null

  return {
    admit: (token) => match(digestToken(token)),
    isValid: ({ hash }) => match(hash) !== null,
  }
}
