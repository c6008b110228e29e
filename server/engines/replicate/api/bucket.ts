import type { Clock } from '../../../clock.ts'
import { wait } from '../../../wait.ts'
import type { Throttle } from './throttle.ts'

/** `burst` requests at once, and `perMinute` in the long run. */
export type Rate = { readonly perMinute: number; readonly burst: number }

export type Bucket = {
  /** Resolves when a request may go out, or when the signal aborts. Says why when that takes a while. */
  take: (signal: AbortSignal, say?: (reason: string) => void) => Promise<void>
  /** Slows down as a 429 asks. */
  slow: (throttle: Throttle) => void
}

/** How long a reduced rate is believed after the last 429 that named it. */
const BELIEVED_MS = 10 * 60_000
/** From here on, a wait is explained. */
const NOTICEABLE_MS = 1000

const BUSY = 'Many pictures are on their way. This one waits its turn.'

/** Spaces requests out, so that Replicate has no reason to refuse them. Shared by all jobs. */
export const createBucket = (usual: Rate, clock: Clock): Bucket => {
  /** What the last 429 asked for, for as long as it is believed. */
  let slowed: (Throttle & { readonly heldUntil: number; readonly until: number }) | null = null
  /** When the bucket is full again (the theoretical arrival time of a leaky bucket). */
  let fullAt = 0

  const reserve = (now: number): number => {
    if (slowed !== null && now >= slowed.until) slowed = null
    const { perMinute, burst } = slowed?.rate ?? usual
    const gap = 60_000 / perMinute
    const at = Math.max(now, slowed?.heldUntil ?? 0, fullAt - (burst - 1) * gap)
    fullAt = Math.max(fullAt, at) + gap
    return at
  }

  return {
    take: async (signal, say) => {
      const now = clock.now()
      const delay = reserve(now) - now
      if (delay >= NOTICEABLE_MS) say?.(slowed?.reason ?? BUSY)
      if (delay > 0) await wait(clock, delay, signal)
    },
    slow: (throttle) => {
      const now = clock.now()
      const heldUntil = Math.max(slowed?.heldUntil ?? 0, now + throttle.holdMs)
      slowed = {
        ...throttle,
        rate: throttle.rate ?? slowed?.rate ?? null,
        heldUntil,
        until: throttle.rate === null ? Math.max(heldUntil, slowed?.until ?? 0) : now + BELIEVED_MS,
      }
    },
  }
}
