import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { Caps } from './caps.ts'
import type { Period } from './period.ts'
import { spanOf } from './period.ts'

/** US dollars. */
export type Charge = {
  readonly spent: number
  /** May still be spent: by pictures that run, or that nobody knows the end of. */
  readonly held: number
}

/** How a period stands. */
export type Standing = Charge & {
  readonly cap: keyof Caps
  /** What the cap is, and what it leaves. */
  readonly limit: number
  readonly left: number
  /** Milliseconds since 1970. */
  readonly start: number
  readonly end: number
}

const CAPS = {
  minute: 'perMinute',
  day: 'perDay',
  month: 'perMonth',
} as const satisfies Record<Period, keyof Caps>

const Sums = v.object({ spent: v.number(), held: v.number() })

/** Reads how the period that holds `now` stands. A press counts in the period in which it came in. */
export const createStandings = (db: DatabaseSync, caps: Caps) => {
  const sumsOf = (table: 'press_charges' | 'all_charges') =>
    db.prepare(`SELECT coalesce(sum(spent), 0) AS spent, coalesce(sum(held), 0) AS held
      FROM ${table} WHERE at >= ?`)
  // A training takes more than a minute may: the cap of a minute stops programs that draw wildly.
  const sums = {
    minute: sumsOf('press_charges'),
    day: sumsOf('all_charges'),
    month: sumsOf('all_charges'),
  }
  return (period: Period, now: number): Standing => {
    const span = spanOf(period, now)
    const { spent, held } = v.parse(Sums, sums[period].get(span.start))
    const cap = CAPS[period]
    const limit = caps[cap]
    return { ...span, cap, limit, spent, held, left: Math.max(0, limit - spent - held) }
  }
}
