import { AppError } from '../../shared/errors.ts'
import type { Caps } from './caps.ts'
import type { Period } from './period.ts'
import type { Standing } from './standing.ts'

const WORDS = {
  minute: { now: 'this minute', whole: 'one minute', again: 'in the next minute' },
  day: { now: 'today', whole: 'one day', again: 'tomorrow, from 00:00 UTC' },
  month: { now: 'this month', whole: 'one month', again: 'on the 1st, from 00:00 UTC' },
} as const satisfies Record<Period, unknown>

const dollars = (usd: number): string => `$${usd.toFixed(2)}`
/** What is left is never told as more than it is. */
const dollarsLeft = (usd: number): string => dollars(Math.floor(usd * 100) / 100)

const refusal = (usd: number, why: string, wait: string, details: object): AppError =>
  new AppError(
    'over_budget',
    `These pictures would cost about ${dollars(usd)}, and ${why} Nothing was started or charged. Draw fewer pictures, ${wait}or ask who runs the proxy to raise the limit.`,
    { details: { usd, ...details } },
  )

/** A press that is dearer than a cap as a whole: waiting would not help. */
export const tooDear = (usd: number, cap: keyof Caps, limit: number, what: string): AppError =>
  refusal(usd, `${what} may cost ${dollars(limit)}.`, '', { cap, limit })

/** A press that is dearer than what is left of a period. */
export const overCap = (usd: number, period: Period, standing: Standing): AppError => {
  const { cap, limit, spent, held, left, end } = standing
  const { now, whole, again } = WORDS[period]
  if (usd > limit) return tooDear(usd, cap, limit, whole)
  return refusal(
    usd,
    `of the ${dollars(limit)} for ${now}, ${dollars(spent)} are used, ${dollars(held)} are promised and ${dollarsLeft(left)} are left. There is room again ${again}.`,
    'wait until then, ',
    { cap, limit, spent, reserved: held, left, resetsAt: new Date(end).toISOString() },
  )
}
