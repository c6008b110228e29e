/** Time, as the panel uses it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number
  /** Runs something once, after `ms`. Returns the way to call it off. */
  after: (ms: number, run: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
