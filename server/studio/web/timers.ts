import type { Timers } from '../host/plugin-run.ts'

/** The browser's own. */
export const timers: Timers = {
  setTimeout: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
  clearTimeout: (timer) => {
    if (typeof timer === 'number') window.clearTimeout(timer)
  },
}
