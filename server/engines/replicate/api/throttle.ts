import * as v from 'valibot'
import type { Outcome } from './outcome.ts'
import type { Rate } from './bucket.ts'
import { retryAfter } from './retry-after.ts'

/** What a 429 says. */
export type Throttle = {
  /** Milliseconds. */
  readonly holdMs: number
  /** The rate that holds from now on; null where the answer names none. */
  readonly rate: Rate | null
  /** Why a picture waits, in words for her. */
  readonly reason: string
}

const UNSAID_MS = 5000

const Detail = v.object({ detail: v.string() })
const REDUCED = /reduced to (\d+) requests? per minute with a burst of (\d+)/i

/** Replicate's 429 speaks of credit when it is only slower than usual: that is no lack of credit. */
export const readThrottle = (outcome: Outcome, now: number): Throttle => {
  const detail = outcome.type === 'answer' && v.is(Detail, outcome.body) ? outcome.body.detail : ''
  const [, perMinute, burst] = REDUCED.exec(detail) ?? []
  const holdMs = retryAfter(outcome, now) ?? UNSAID_MS
  if (perMinute === undefined || burst === undefined)
    return {
      holdMs,
      rate: null,
      reason: 'Replicate is busy with this account. The picture waits its turn.',
    }
  return {
    holdMs,
    rate: { perMinute: Math.max(1, Number(perMinute)), burst: Math.max(1, Number(burst)) },
    reason: `Replicate takes ${perMinute} pictures a minute while the account has little credit. This one waits its turn.`,
  }
}
