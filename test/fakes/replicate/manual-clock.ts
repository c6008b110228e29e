import type { Clock } from './clock.ts'

export type ManualClock = Clock & { readonly advance: (ms: number) => void }

/** A clock that stands still until a test moves it: an hour of retention passes in no time. */
export const createManualClock = (start = Date.UTC(2026, 10, 22)): ManualClock => {
  const sleepers = new Set<() => void>()
  let now = start
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const until = now + ms
        const wake = () => {
          if (now < until && !signal.aborted) return
          sleepers.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        sleepers.add(wake)
        signal.addEventListener('abort', wake)
        wake()
      }),
    advance: (ms) => {
      now += ms
      for (const wake of [...sleepers]) wake()
    },
  }
}
