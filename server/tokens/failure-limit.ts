import type { Clock } from '../clock.ts'
import { addressGroup } from './address-group.ts'

/** Wrong tokens that an address may send in a minute. */
const LIMIT = 10
const WINDOW = 60_000
/** Addresses that are remembered at once; the oldest is forgotten first. */
const CAPACITY = 10_000

export type FailureLimit = {
  /** Counts a wrong token; says how many seconds to wait when there were too many, otherwise null. */
  count: (address: string) => { readonly seconds: number; readonly isFirst: boolean } | null
}

export const createFailureLimit = (clock: Clock, capacity = CAPACITY): FailureLimit => {
  /** In the order in which they end. */
  const windows = new Map<string, { readonly end: number; count: number }>()

  const open = (group: string, now: number) => {
    windows.delete(group)
    const [oldest] = windows.keys()
    if (oldest !== undefined && windows.size >= capacity) windows.delete(oldest)
    const window = { end: now + WINDOW, count: 0 }
    windows.set(group, window)
    return window
  }

  return {
    count: (address) => {
      const now = clock.now()
      const group = addressGroup(address)
      const known = windows.get(group)
      const window = known !== undefined && known.end > now ? known : open(group, now)
      window.count += 1
      return window.count > LIMIT
        ? {
            seconds: Math.ceil((window.end - now) / 1000),
            isFirst: window.count === LIMIT + 1,
          }
        : null
    },
  }
}
