/** The middle one of some values, the larger of two; 0 for none. */
export const median = (values: Iterable<number>): number => {
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length >> 1] ?? 0
}
