import type { Outcome } from './outcome.ts'
import { retryAfter } from './retry-after.ts'

const FIRST = 500
const LONGEST = 30_000

/**
 * Milliseconds to wait before the next attempt, after `failures` in a row (1 or more): doubling, with jitter, and never
 * less than the answer asks for. `random` is from 0 to 1.
 */
export const backoff = (
  failures: number,
  outcome: Outcome,
  now: number,
  random: () => number,
): number => {
  const grown = Math.min(LONGEST, FIRST * 2 ** (failures - 1))
  return Math.max(retryAfter(outcome, now) ?? 0, grown * (0.5 + random() / 2))
}
