/** The value below which `share` (from 0 to 1) of the samples lie, by nearest rank. Throws without samples. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new Error('There is nothing to take a percentile of.')
  return found
}
