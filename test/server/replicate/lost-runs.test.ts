import { cpSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createEagerClock } from '../engines/replicate/eager-clock.ts'
import { jobRequest } from '../job-request.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { openReplicate } from './open-replicate.ts'

const lost = { on: 'createPrediction', respond: 'reset-after-accept' } as const

describe('a picture whose start was never answered', () => {
  it('is found again, and paid once', async () => {
    const { fake, start } = await openReplicate()
    const { create, ended } = await start()
    fake.script.next({ ...lost, times: 2 })
    const job = await ended((await create(jobRequest({ count: 4 }))).id)
    expect(job).toMatchObject({ state: 'succeeded' })
    expect(job.outputs).toHaveLength(4)
    expect(fake.ledger).toHaveLength(4)
    expect(fake.count('createPrediction')).toBe(4)
  })

  it('is never taken for its twin', async () => {
    const { fake, start } = await openReplicate({ clock: createEagerClock() })
    const { create, ended } = await start()
    fake.script.listLag(9_000)
    fake.script.next({ ...lost, times: 3 })
    const settings = { seed: 7 }
    const twins = await Promise.all([0, 1, 2, 3].map(() => create(jobRequest({ settings }))))
    const ends = await Promise.all(twins.map(({ id }) => ended(id)))
    expect(ends.map(({ state }) => state)).toEqual(Array(4).fill('succeeded'))
    expect(fake.ledger).toHaveLength(4)
    const fetched = fake.calls.filter(({ kind }) => kind === 'delivery').map(({ path }) => path)
    expect(new Set(fetched).size).toBe(4)
  })

  it('is given up when it does not turn up, its price is held, and it is not sent again', async () => {
    const { fake, start } = await openReplicate({ clock: createEagerClock() })
    const { create, ended, until, call } = await start()
    fake.script.listLag(3_600_000)
    fake.script.next(lost)
    const { id, cost } = await create(jobRequest())
    await until(
      id,
      ({ progress, state }) =>
        state === 'failed' || /Looking for the picture/.test(progress.note ?? ''),
    )
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      error: { code: 'interrupted', charged: 'maybe' },
      cost,
    })
    expect((await call('getStatus', '/v1/status')).budget).toMatchObject({
      spentToday: 0,
      reserved: cost!.usd,
    })
    expect(fake.ledger).toHaveLength(1)
  })
})

describe('a run that was canceled', () => {
  it('is stopped at Replicate, and counts what it cost', async () => {
    const { fake, start } = await openReplicate({ timing: { startMs: 20, runMs: 60_000 } })
    const { create, cancel, until, call } = await start()
    const { id } = await create(jobRequest())
    await until(
      id,
      ({ progress }) => progress.note === 'Getting ready' || progress.fraction !== null,
    )
    await cancel(id)
    await expect.poll(() => fake.count('cancelPrediction')).toBe(1)
    await expect
      .poll(async () => (await call('getStatus', '/v1/status')).budget?.reserved, { timeout: 5000 })
      .toBe(0)
    const { cost } = await until(id, ({ state }) => state === 'canceled')
    expect(cost?.usd).toBeGreaterThan(0)
    expect(cost?.usd).toBeLessThan(0.01)
  })

  it('is stopped as soon as Replicate has answered, when it was canceled before', async () => {
    const { fake, start } = await openReplicate({ timing: { startMs: 20, runMs: 60_000 } })
    const { create, cancel, until, call } = await start()
    fake.script.next({ on: 'createPrediction', respond: { delayMs: 300 } })
    const { id } = await create(jobRequest())
    await until(id, ({ state }) => state === 'starting')
    expect((await cancel(id)).cost?.usd).toBeGreaterThan(0)
    await expect.poll(() => fake.count('cancelPrediction'), { timeout: 5000 }).toBe(1)
    await expect
      .poll(async () => (await call('getStatus', '/v1/status')).budget?.reserved, { timeout: 5000 })
      .toBe(0)
    expect(fake.ledger).toHaveLength(1)
  })

  it('is looked for and stopped by the next proxy when nobody knows its handle', async () => {
    const { fake, start } = await openReplicate({ timing: { startMs: 20, runMs: 60_000 } })
    const first = await start()
    fake.script.next({ on: 'createPrediction', respond: 'hang-after-accept' })
    const { id } = await first.create(jobRequest())
    await expect.poll(() => fake.ledger.length).toBe(1)
    await first.cancel(id)
    const data = temporaryFolder()
    cpSync(first.data, data, { recursive: true })
    const second = await start({ data })
    await expect
      .poll(async () => (await second.call('getStatus', '/v1/status')).budget?.reserved, {
        timeout: 5000,
      })
      .toBe(0)
    expect(fake.count('cancelPrediction')).toBe(1)
    expect((await second.job(id)).state).toBe('canceled')
    expect(fake.ledger).toHaveLength(1)
  })

  it('is asked to stop again when Replicate took no cancel', async () => {
    const clock = createManualClock()
    const timing = { startMs: 20, runMs: 3_600_000 }
    const { fake, start } = await openReplicate({ clock, timing })
    const { create, cancel, until, call, logged } = await start()
    const { id } = await create(jobRequest())
    await until(id, ({ state }) => state === 'running')
    fake.script.next({ on: 'cancelPrediction', respond: { status: 422, body: {} } })
    await cancel(id)
    await expect.poll(() => logged.join('')).toContain('took no cancel')
    const reserved = async () => {
      clock.advance(1000)
      return (await call('getStatus', '/v1/status')).budget?.reserved
    }
    await expect.poll(reserved, { interval: 2, timeout: 10_000 }).toBe(0)
    expect(fake.count('cancelPrediction')).toBe(2)
  })

  it('is stopped by the next proxy when the first one could not', async () => {
    const { fake, start } = await openReplicate({ timing: { startMs: 20, runMs: 60_000 } })
    const first = await start()
    const { id } = await first.create(jobRequest())
    await first.until(id, ({ state }) => state === 'running')
    const down = { on: 'cancelPrediction', respond: { status: 422, body: {} } } as const
    fake.script.next({ ...down })
    await first.cancel(id)
    await expect.poll(() => first.logged.join('')).toContain('took no cancel')
    await first.stop()
    const second = await start({ data: first.data })
    await expect
      .poll(async () => (await second.call('getStatus', '/v1/status')).budget?.reserved, {
        timeout: 5000,
      })
      .toBe(0)
    expect(fake.count('cancelPrediction')).toBe(2)
    expect((await second.job(id)).state).toBe('canceled')
  })
})
