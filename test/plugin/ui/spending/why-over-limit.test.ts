import { expect, test } from 'vitest'
import { whyOverLimit } from '../../../../plugin/ui/spending/why-over-limit.ts'
import type { Spending } from '../../../../shared/contract/index.ts'

const period = (left: number) => ({ spent: 1, reserved: 0, left, resetsAt: '2026-02-01T00:00:00Z' })
const spending: Spending = {
  caps: { perJob: 1, perMinute: 2, perDay: 10, perMonth: 100 },
  minute: period(2),
  day: period(2),
  month: period(2),
  drafts: 1,
  costPerDraft: 1,
  days: [],
}

test.each([
  [0.04, {}, null],
  [1.5, {}, 'Over the limit: $1.00 for one press'],
  [0.5, { minute: period(0.2) }, 'Over the limit: $0.20 left this minute'],
  [0.5, { minute: period(0.2), day: period(0.2) }, 'Over the limit: $0.20 left today'],
  [0.5, { day: period(0), month: period(0.29) }, 'Over the limit: $0.29 left this month'],
  // What is left of sums of dollars is a little off.
  [0.3, { day: period(10 - 9.7) }, null],
])('a press of $%d says what it goes over (%#)', (usd, changes, words) => {
  expect(whyOverLimit(usd, { ...spending, ...changes })).toBe(words)
})

test('what is not known is no reason against a press', () => {
  expect(whyOverLimit(1000, null)).toBeNull()
  expect(whyOverLimit(null, spending)).toBeNull()
})
