export type Slots = {
  /** Resolves when one of them is free, first come, first served. Returns the way to give it back. */
  take: () => Promise<() => void>
}

/** So many may do something at the same time; everybody else waits in a line. */
export const createSlots = (count: number): Slots => {
  let free = count
  const waiting: (() => void)[] = []
  const give = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return {
    take: async () => {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return give
    },
  }
}
