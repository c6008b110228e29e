/** Work on one thing goes one at a time, in the order in which it came; work on different things side by side. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>

export const createTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work)
    // Whoever comes next waits for the end, good or bad; the error goes to whose work it was.
    const end = mine.catch(() => undefined)
    last.set(key, end)
    try {
      return await mine
    } finally {
      if (last.get(key) === end) last.delete(key)
    }
  }
}
