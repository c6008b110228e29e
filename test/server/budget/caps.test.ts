import { describe, expect, it } from 'vitest'
import type { Caps } from '../../../server/budget/caps.ts'
import type { ScriptedRun } from '../../fakes/scripted-engine.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import type { ManualClock } from '../../fakes/manual-clock.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'

const WIDE: Caps = { perJob: 100, perTraining: 100, perMinute: 100, perDay: 100, perMonth: 100 }
/** Thirty seconds before the minute and the hour end. */
const NOON = Date.UTC(2026, 0, 15, 12, 59, 30)
const HOUR = 3_600_000

/** A proxy whose paid engine takes $4 for a picture until it says otherwise; the sample engine is free. */
const open = async (caps: Partial<Caps>, clock: ManualClock = createManualClock(NOON)) => {
  const engine = createScriptedEngine({ pricePerPicture: { usd: 4, estimate: true } }, 'replicate')
  const bytes = await picture()
  const proxy = await startProxy({
    engines: [engine, createScriptedEngine()],
    clock,
    config: { caps: { ...WIDE, ...caps } },
  })
  const finish = (run: ScriptedRun, usd: number) =>
    run.say({ type: 'finished', bytes, cost: { usd, estimate: false }, seconds: 5 })
  const press = async () => (await proxy.create(jobRequest())).id
  /** A press whose picture turns out to cost this. */
  const paid = async (usd: number) => {
    engine.onRun = (run) => finish(run, usd)
    const job = await proxy.ended(await press())
    engine.onRun = () => undefined
    return job
  }
  const refused = (count = 1) => proxy.refusal('/v1/jobs', { json: jobRequest({ count }) })
  const spending = () => proxy.call('getBudget', '/v1/budget')
  return { ...proxy, engine, clock, finish, press, paid, refused, spending }
}

describe('a cap', () => {
  it.each([
    ['perMinute', 'this minute', 'in the next minute', '2026-01-15T13:00:00.000Z', 30_000],
    ['perDay', 'today', 'tomorrow, from 00:00 UTC', '2026-01-16T00:00:00.000Z', 11.01 * HOUR],
    [
      'perMonth',
      'this month',
      'on the 1st, from 00:00 UTC',
      '2026-02-01T00:00:00.000Z',
      (16 * 24 + 11.01) * HOUR,
    ],
  ] as const)(
    '%s refuses what it leaves no room for, until it begins anew',
    async (cap, now, again, resetsAt, wait) => {
      const { paid, press, refused, engine, clock } = await open({ [cap]: 9 })
      await paid(3)
      await press()
      expect(await refused()).toMatchObject({
        status: 402,
        code: 'over_budget',
        message: `These pictures would cost about $4.00, and of the $9.00 for ${now}, $3.00 are used, $4.00 are promised and $2.00 are left. There is room again ${again}. Nothing was started or charged. Draw fewer pictures, wait until then, or ask who runs the proxy to raise the limit.`,
        details: { cap, usd: 4, limit: 9, spent: 3, reserved: 4, left: 2, resetsAt },
      })
      expect(engine.runs).toHaveLength(2)
      clock.advance(wait)
      expect((await paid(3)).state).toBe('succeeded')
    },
  )

  it.each([
    ['perJob', 'one press'],
    ['perMinute', 'one minute'],
    ['perDay', 'one day'],
    ['perMonth', 'one month'],
  ] as const)('%s that is smaller than the press does not say to wait', async (cap, what) => {
    const { refused, engine } = await open({ [cap]: 7.5 })
    expect(await refused(2)).toMatchObject({
      message: `These pictures would cost about $8.00, and ${what} may cost $7.50. Nothing was started or charged. Draw fewer pictures, or ask who runs the proxy to raise the limit.`,
      details: { cap, usd: 8, limit: 7.5 },
    })
    expect(engine.runs).toEqual([])
  })

  it('that frees up last is the one that is named', async () => {
    const { paid, refused } = await open({ perMinute: 9, perDay: 9, perMonth: 9 })
    await paid(6)
    expect((await refused()).details).toMatchObject({ cap: 'perMonth' })
  })

  it('never counts what costs nothing', async () => {
    const { create, press, refused } = await open({ perDay: 4 })
    await press()
    expect((await refused()).code).toBe('over_budget')
    expect((await create(jobRequest({ engine: 'sample' }))).state).toBe('queued')
  })

  it('has room again for what was promised and not charged, and none for what may have been', async () => {
    const { press, refused, ended, spending, engine } = await open({ perDay: 4 })
    engine.onRun = (run) =>
      run.say({ type: 'failed', error: { code: 'engine_failed', message: 'No.', charged: 'no' } })
    await ended(await press())
    expect((await spending()).day).toMatchObject({ spent: 0, reserved: 0, left: 4 })
    engine.onRun = (run) =>
      run.say({ type: 'failed', error: { code: 'timeout', message: 'Gone.', charged: 'maybe' } })
    await ended(await press())
    expect((await spending()).day).toMatchObject({ spent: 0, reserved: 4, left: 0 })
    expect((await refused()).details).toMatchObject({ spent: 0, reserved: 4, left: 0 })
  })
})

describe('GET /v1/budget', () => {
  it('begins with nothing', async () => {
    const { spending } = await open({})
    const report = await spending()
    expect(report).toMatchObject({
      caps: WIDE,
      minute: { spent: 0, reserved: 0, left: 100, resetsAt: '2026-01-15T13:00:00.000Z' },
      drafts: 0,
      costPerDraft: null,
    })
    expect(report.days).toHaveLength(31)
    expect(report.days.at(0)).toEqual({ date: '2025-12-16', usd: 0, drafts: 0 })
    expect(report.days.at(-1)).toEqual({ date: '2026-01-15', usd: 0, drafts: 0 })
  })

  it('adds up spent, promised and left, by period and by day, and what a draft costs', async () => {
    const { paid, press, spending, clock, create, engine, ended } = await open({})
    await paid(3)
    clock.advance(24 * HOUR)
    await paid(2)
    engine.onRun = (run) =>
      run.say({
        type: 'failed',
        error: { code: 'blocked_by_filter', message: 'Blocked.', charged: 'yes' },
        cost: { usd: 1, estimate: false },
      })
    await ended(await press())
    engine.onRun = () => undefined
    clock.advance(60_000)
    await press()
    await create(jobRequest({ engine: 'sample' }))
    const { minute, day, month, drafts, costPerDraft, days } = await spending()
    expect(minute).toMatchObject({ spent: 0, reserved: 4, left: 96 })
    expect(day).toMatchObject({ spent: 3, reserved: 4, left: 93 })
    expect(month).toMatchObject({ spent: 6, reserved: 4, left: 90 })
    expect({ drafts, costPerDraft }).toEqual({ drafts: 2, costPerDraft: 3 })
    expect(days.slice(-3)).toEqual([
      { date: '2026-01-14', usd: 0, drafts: 0 },
      { date: '2026-01-15', usd: 3, drafts: 1 },
      { date: '2026-01-16', usd: 3, drafts: 1 },
    ])
  })
})
