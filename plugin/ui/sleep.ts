import type { Clock } from './clock.ts'

/** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
export const sleep = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const wake = () => {
      callOff()
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const callOff = clock.after(ms, wake)
    signal.addEventListener('abort', wake)
  })
