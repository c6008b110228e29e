import * as v from 'valibot'
import type { Outcome } from './outcome.ts'

const Body = v.object({ retry_after: v.pipe(v.number(), v.minValue(0)) })
const Detail = v.object({ detail: v.string() })

const fromHeader = (headers: Headers, now: number): number | null => {
  const value = headers.get('retry-after')
  if (value === null) return null
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

const fromWords = (body: unknown): number | null => {
  if (!v.is(Detail, body)) return null
  const seconds = /(?:resets in ~?|available in )(\d+)/.exec(body.detail)?.[1]
  return seconds === undefined ? null : Number(seconds) * 1000
}

/** How long an answer asks to wait, in milliseconds; null where it says nothing. The header comes before the body. */
export const retryAfter = (outcome: Outcome, now: number): number | null => {
  if (outcome.type === 'silence') return null
  const { headers, body } = outcome
  return fromHeader(headers, now) ?? (v.is(Body, body) ? body.retry_after * 1000 : fromWords(body))
}
