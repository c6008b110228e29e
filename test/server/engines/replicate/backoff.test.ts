import { describe, expect, it } from 'vitest'
import { backoff } from '../../../../server/engines/replicate/api/backoff.ts'
import type { Outcome } from '../../../../server/engines/replicate/api/outcome.ts'

const silence: Outcome = { type: 'silence', sent: true }
const asksFor = (seconds: string): Outcome => ({
  type: 'answer',
  status: 503,
  headers: new Headers({ 'retry-after': seconds }),
  text: '',
  body: undefined,
})
const after = (failures: number, outcome: Outcome, random: number) =>
  backoff(failures, outcome, 0, () => random)

describe('the pause before the next attempt', () => {
  it('doubles up to half a minute', () => {
    const pauses = [1, 2, 3, 7, 50].map((failures) => after(failures, silence, 1))
    expect(pauses).toEqual([500, 1000, 2000, 30_000, 30_000])
  })

  it('is not the same for all, so that they do not come back together', () => {
    expect(after(3, silence, 0)).toBe(1000)
    expect(after(3, silence, 0.5)).toBe(1500)
  })

  it('is never shorter than the answer asks for', () => {
    expect(after(1, asksFor('20'), 1)).toBe(20_000)
    expect(after(7, asksFor('20'), 1)).toBe(30_000)
  })
})
