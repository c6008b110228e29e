import type { Clock } from '../../server/clock.ts'

const SPEED = 10
/** Far from midnight, when the day's budget begins anew. */
const MORNING = Date.UTC(2026, 0, 1, 8)

/** A clock that is ten times as fast, and the same in every process that counts `since` the same moment. */
export const createFastClock = (since: number): Clock => ({
  now: () => MORNING + (Date.now() - since) * SPEED,
  after: (ms, task) => {
    const timer = setTimeout(task, ms / SPEED)
    timer.unref()
    return () => clearTimeout(timer)
  },
})
