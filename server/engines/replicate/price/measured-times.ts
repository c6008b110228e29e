/** What runs really took: the seconds that Replicate charged for, by version. */
export type MeasuredTimes = {
  record: (model: string, seconds: number) => void
  /** The usual time of one picture, in seconds; null while nothing was measured. */
  usual: (model: string) => number | null
}

/** How many of the last runs count. */
const LAST = 20

/** Forgets with the process. `usual` is the median. */
export const createMeasuredTimes = (): MeasuredTimes => {
  const times = new Map<string, readonly number[]>()
  return {
    record: (model, seconds) => {
      times.set(model, [...(times.get(model) ?? []), seconds].slice(-LAST))
    },
    usual: (model) => {
      const sorted = [...(times.get(model) ?? [])].sort((a, b) => a - b)
      return sorted[Math.floor(sorted.length / 2)] ?? null
    },
  }
}
