/** What runs really took: the seconds that Replicate charged for, by version. */
export type MeasuredTimes = {
  record: (model: string, seconds: number) => void
  /** The usual time of one picture, in seconds: the median; null while nothing was measured. */
  usual: (model: string) => number | null
}

/** How many of the last runs count. */
export const LAST = 20

/** Null of nothing. */
export const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** Forgets with the process. */
export const createMeasuredTimes = (): MeasuredTimes => {
  const times = new Map<string, readonly number[]>()
  return {
    record: (model, seconds) => {
      times.set(model, [...(times.get(model) ?? []), seconds].slice(-LAST))
    },
    usual: (model) => median(times.get(model) ?? []),
  }
}
