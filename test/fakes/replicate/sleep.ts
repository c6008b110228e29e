import type { Clock } from '../../../server/clock.ts'

/** Resolves after `ms` of the clock, or at once when the signal aborts. */
export const sleep = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      callOff()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const callOff = clock.after(ms, done)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
