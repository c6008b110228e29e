import { afterEach, expect, it, vi } from 'vitest'
import { spanOf } from '../../../server/budget/period.ts'

afterEach(() => vi.unstubAllEnvs())

const NOW = Date.UTC(2026, 11, 31, 23, 59, 59, 999)

it.each([
  ['minute', '2026-12-31T23:59:00.000Z'],
  ['day', '2026-12-31T00:00:00.000Z'],
  ['month', '2026-12-01T00:00:00.000Z'],
] as const)('a %s is the calendar’s in UTC, wherever the proxy runs', (period, start) => {
  for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
    vi.stubEnv('TZ', zone)
    const span = spanOf(period, NOW)
    expect(new Date(span.start).toISOString()).toBe(start)
    expect(new Date(span.end).toISOString()).toBe('2027-01-01T00:00:00.000Z')
    expect(spanOf(period, NOW + 1).start).toBe(span.end)
  }
})
