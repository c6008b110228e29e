/** Below this many, sameness is no surprise. */
const LEAST = 5

/** The largest group of values that are all like one of them, if it is more than a share of enough values; or none. */
export const commonGroup = <T>(
  values: readonly T[],
  isLike: (a: T, b: T) => boolean,
  share: number,
): readonly T[] => {
  if (values.length < LEAST) return []
  const group = values
    .map((value) => values.filter((other) => isLike(value, other)))
    .reduce((best, one) => (one.length > best.length ? one : best), [])
  return group.length > share * values.length ? group : []
}
