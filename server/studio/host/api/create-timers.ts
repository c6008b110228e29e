import type { Timers } from '../plugin-run.ts'
import type { SessionTimers } from './session.ts'

/** The plugin's `setTimeout` and `setInterval`, on the clock that was given. */
export const createTimers = ({ setTimeout, clearTimeout }: Timers): SessionTimers => {
  const running = new Map<number, unknown>()
  let lastId = 0
  const stop = (id: number): void => {
    if (running.has(id)) clearTimeout(running.get(id))
    running.delete(id)
  }
  return {
    start: (work, milliseconds, repeats) => {
      const id = (lastId += 1)
      const tick = (): void => {
        if (repeats) running.set(id, setTimeout(tick, milliseconds))
        else running.delete(id)
        work()
      }
      running.set(id, setTimeout(tick, milliseconds))
      return id
    },
    stop,
    stopAll: () => {
      for (const id of [...running.keys()]) stop(id)
    },
  }
}
