import type { Spending } from '../../../shared/contract/index.ts'
import { dollars } from '../words/dollars.ts'

/** Sums of dollars are a little off in binary. */
const ROUNDING = 1e-9

/** Why a press of this price is more than the caps leave, as far as is known, in words; null when it is not. */
export const whyOverLimit = (usd: number | null, figures: Spending | null): string | null => {
  if (usd === null || figures === null) return null
  // The one that lasts longest is the one to know about.
  const limits = [
    [figures.caps.perJob, 'for one press'],
    [figures.month.left, 'left this month'],
    [figures.day.left, 'left today'],
    [figures.minute.left, 'left this minute'],
  ] as const
  const over = limits.find(([left]) => usd > left + ROUNDING)
  return over === undefined ? null : `Over the limit: ${dollars(over[0])} ${over[1]}`
}
