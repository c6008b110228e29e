const FIRST = 500
const LONGEST = 10_000

/** How long to wait, in milliseconds, after `failures` failures in a row (from 1): 0.5 s, 1 s, 2 s … 10 s. */
export const backoff = (failures: number): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1))
