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

/** What was asked for, and what makes it cheaper. */
export type Asked = { readonly what: string; readonly cheaper: string }
export const PICTURES: Asked = { what: 'These pictures', cheaper: 'Draw fewer pictures' }
export const DESCRIPTION: Asked = {
  what: 'This description',
  cheaper: 'Let it be described on the proxy itself',
}
export const TRAINING: Asked = { what: 'This training', cheaper: 'Train with fewer steps' }

const refusal = (
  usd: number,
  { what, cheaper }: Asked,
  why: string,
  wait: string,
  details: object,
): AppError =>
  new AppError(
    'over_budget',
    `${what} would cost about ${dollars(usd)}, and ${why} Nothing was started or charged. ${cheaper}, ${wait}or ask who runs the proxy to raise the limit.`,
    { details: { usd, ...details } },
  )

/** A press that is dearer than a cap as a whole: waiting would not help. */
export const tooDear = (
  usd: number,
  cap: keyof Caps,
  limit: number,
  whole: string,
  asked: Asked,
): AppError => refusal(usd, asked, `${whole} may cost ${dollars(limit)}.`, '', { cap, limit })

/** A press that is dearer than what is left of a period. */
export const overCap = (
  usd: number,
  period: Period,
  standing: Standing,
  asked: Asked,
): AppError => {
  const { cap, limit, spent, held, left, end } = standing
  const { now, whole, again } = WORDS[period]
  if (usd > limit) return tooDear(usd, cap, limit, whole, asked)
  return refusal(
    usd,
    asked,
    `of the ${dollars(limit)} for ${now}, ${dollars(spent)} are used, ${dollars(held)} are promised and ${dollarsLeft(left)} are left. There is room again ${again}.`,
    'wait until then, ',
    { cap, limit, spent, reserved: held, left, resetsAt: new Date(end).toISOString() },
  )
}
