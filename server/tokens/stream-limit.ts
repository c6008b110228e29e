import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import type { Admission } from './admission.ts'
import type { TokenRecord } from './token-store.ts'

/**
 * Event streams that one token may have open: several panels on several computers, and what a laptop that fell asleep
 * left behind.
 */
const LIMIT = 32
/** Milliseconds between two looks at whether the tokens still let in. */
const LOOK = 1000

type Stream = { readonly token: TokenRecord; readonly ending: AbortController }

export type StreamLimit = {
  /**
   * Throws AppError `rate_limited` when the token has too many open. The newest is refused, not the oldest closed: a
   * refused panel asks for its jobs one by one, while a closed one comes back at once and closes the next.
   */
  open: (token: TokenRecord) => {
    /** Aborts once the token lets nobody in any more. */
    readonly signal: AbortSignal
    readonly close: () => void
  }
}

export const createStreamLimit = (
  isValid: Admission['isValid'],
  clock: Clock,
  limit = LIMIT,
): StreamLimit => {
  const streams = new Set<Stream>()
  let callOff: (() => void) | null = null

  /** Tokens that cannot be read vouch for nobody. The reader asks again at once, and that request logs why. */
  const isKnownValid = (token: TokenRecord): boolean => {
    try {
      return isValid(token)
    } catch {
      return false
    }
  }
  const look = (): void => {
    callOff = clock.after(LOOK, () => {
      const ended = [...streams].filter(({ token }) => !isKnownValid(token))
      for (const stream of ended) {
        streams.delete(stream)
        stream.ending.abort()
      }
      callOff = null
      if (streams.size > 0) look()
    })
  }

  return {
    open: (token) => {
      const open = [...streams].filter((stream) => stream.token.name === token.name)
      if (open.length >= limit)
        throw new AppError(
          'rate_limited',
          `This token has ${limit} panels open already. Close one that you do not need; drafts arrive all the same.`,
        )
      const stream: Stream = { token, ending: new AbortController() }
      streams.add(stream)
      if (callOff === null) look()
      return {
        signal: stream.ending.signal,
        close: () => {
          streams.delete(stream)
          if (streams.size > 0) return
          callOff?.()
          callOff = null
        },
      }
    },
  }
}
