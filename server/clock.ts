/** Time, injected so that a test can hold it still. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number
  /** Runs `task` once, `ms` milliseconds from now. Returns the way to call it off. */
  after: (ms: number, task: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
