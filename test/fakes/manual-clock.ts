import type { Clock } from '../../server/clock.ts'

export type ManualClock = Clock & {
  /** Moves on by `ms` milliseconds and runs what falls due on the way. */
  advance: (ms: number) => void
  /** How many tasks wait for their time. */
  waiting: () => number
}

/** A clock that stands still until a test moves it. */
export const createManualClock = (start = Date.UTC(2026, 0, 1)): ManualClock => {
  let time = start
  let tasks: { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => time,
    after: (ms, run) => {
      const task = { at: time + ms, run }
      tasks.push(task)
      return () => {
        tasks = tasks.filter((other) => other !== task)
      }
    },
    advance: (ms) => {
      const end = time + ms
      for (;;) {
        const [next] = tasks.filter((task) => task.at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        tasks = tasks.filter((task) => task !== next)
        time = Math.max(time, next.at)
        next.run()
      }
      time = end
    },
    waiting: () => tasks.length,
  }
}
