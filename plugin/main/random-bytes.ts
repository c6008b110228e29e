import type { RandomBytes } from '../../shared/random-id.ts'

/** The main thread has no `crypto`; good enough to tell documents apart, not for secrets. */
export const randomBytes: RandomBytes = (length) =>
  Uint8Array.from({ length }, () => Math.floor(Math.random() * 256))
