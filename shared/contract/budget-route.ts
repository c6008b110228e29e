import * as v from 'valibot'

/** A minute, a day or a month of the calendar in UTC, as Replicate bills. US dollars. */
const Period = v.object({
  spent: v.number(),
  /** For pictures that are not settled: they run, or nobody knows whether they were charged. */
  reserved: v.number(),
  /** What a press may still cost. */
  left: v.number(),
  /** ISO 8601, UTC: when the next period begins. */
  resetsAt: v.string(),
})

/** What paid engines cost, under the proxy's caps. US dollars; a press counts in the period in which it came in. */
export const Spending = v.object({
  caps: v.object({
    perJob: v.number(),
    /** Absent: an older proxy. */
    perTraining: v.optional(v.number()),
    perMinute: v.number(),
    perDay: v.number(),
    perMonth: v.number(),
  }),
  minute: Period,
  day: Period,
  month: Period,
  /** Finished pictures of this month that were paid for. */
  drafts: v.number(),
  /** What was spent this month over those: pictures that failed and were charged are in it. Null while there are none. */
  costPerDraft: v.nullable(v.number()),
  /** The last 31 days, today last, as `2026-01-31`; `usd` is what was spent. */
  days: v.array(v.object({ date: v.string(), usd: v.number(), drafts: v.number() })),
})
export type Spending = v.InferOutput<typeof Spending>

/** How the route is asked, and what it answers. */
export const budgetRoute = {
  getBudget: { method: 'GET', path: '/v1/budget', response: Spending },
} as const
