import type { Clock } from '../../../../server/clock.ts'

export type EagerClock = Clock & { readonly advance: (ms: number) => void }

/** What comes once a day is waited for by nobody. */
const DAY = 86_400_000

/** Time that jumps to the next task as soon as the event loop comes round: hours pass in no time, in order. */
export const createEagerClock = (start = Date.UTC(2026, 10, 22)): EagerClock => {
  let now = start
  let tasks: { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after: (ms, run) => {
      if (ms >= DAY) return () => undefined
      // Whole milliseconds, as of any clock.
      const task = { at: Math.ceil(now + ms), run }
      tasks.push(task)
      setImmediate(() => {
        const [next] = [...tasks].sort((a, b) => a.at - b.at)
        if (next === undefined) return
        tasks = tasks.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.run()
      })
      return () => {
        tasks = tasks.filter((other) => other !== task)
      }
    },
    advance: (ms) => {
      now += ms
    },
  }
}
