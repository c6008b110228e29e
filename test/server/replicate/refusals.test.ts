import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { jobRequest } from '../job-request.ts'
import { openReplicate } from './open-replicate.ts'

describe('a press that cannot be drawn', () => {
  it.each([
    ['maker/none', 'model_not_found', /no such model, or it is private/],
    ['somebody-else/private-style', 'model_not_found', /no such model, or it is private/],
    ['yorickvp/llava-13b', 'invalid_request', /does not draw pictures from words/],
    [null, 'invalid_request', /no trained model yet/],
  ])('by %s is refused in words, and nothing is stored or started', async (model, code, words) => {
    const { fake, start } = await openReplicate()
    const { refusal, call } = await start({ model })
    const refused = await refusal('/v1/jobs', { json: jobRequest() })
    expect(refused).toMatchObject({ code })
    expect(refused.message).toMatch(words)
    expect(refused.message).toContain('Nothing was charged')
    expect((await call('listJobs', '/v1/jobs')).jobs).toEqual([])
    expect(fake.ledger).toHaveLength(0)
  })

  it('with a wrong token is refused in words, on a proxy that runs', async () => {
    const { fake, start } = await openReplicate()
    const { refusal, call, create, ended } = await start({ token: 'r8_wrong' })
    expect((await call('getStatus', '/v1/status')).defaultEngine).toBe('replicate')
    expect(await refusal('/v1/jobs', { json: jobRequest() })).toMatchObject({ code: 'bad_token' })
    const sample = await create(jobRequest({ engine: 'sample' }))
    expect((await ended(sample.id)).state).toBe('succeeded')
    expect(fake.count('createPrediction')).toBe(0)
  })

  it('with a token that is not accepted any more fails uncharged', async () => {
    const { fake, start } = await openReplicate()
    const { create, ended } = await start()
    fake.script.next({ on: 'createPrediction', respond: { status: 401, body: {} }, times: 2 })
    expect(await ended((await create(jobRequest({ count: 2 }))).id)).toMatchObject({
      state: 'failed',
      error: { code: 'bad_token', charged: 'no' },
      cost: { usd: 0 },
    })
    expect(fake.ledger).toHaveLength(0)
  })

  it.each(['none', 'spend-limit'] as const)('with credit "%s" fails uncharged', async (credit) => {
    const { fake, start } = await openReplicate()
    const { create, ended, call } = await start()
    fake.script.credit(credit)
    expect(await ended((await create(jobRequest({ count: 2 }))).id)).toMatchObject({
      state: 'failed',
      error: { code: 'no_credit', charged: 'no' },
      cost: { usd: 0 },
    })
    expect((await call('getStatus', '/v1/status')).budget).toMatchObject({
      spentToday: 0,
      reserved: 0,
    })
    expect(fake.count('createPrediction')).toBe(2)
  })

  it('by a version that was deleted since the press fails uncharged', async () => {
    const { fake, start } = await openReplicate()
    const { create, ended } = await start()
    await ended((await create(jobRequest())).id)
    fake.script.deleteVersion('maker/nua-figurine')
    expect(await ended((await create(jobRequest())).id)).toMatchObject({
      state: 'failed',
      error: { code: 'version_gone', charged: 'no' },
      cost: { usd: 0 },
    })
    // What is the newest now is read anew.
    expect((await ended((await create(jobRequest())).id)).state).toBe('succeeded')
    expect(new Set(fake.ledger.map(({ version }) => version)).size).toBe(2)
    expect(fake.ledger).toHaveLength(2)
  })

  it('because of the filter fails with what it cost', async () => {
    const { fake, start } = await openReplicate()
    const { create, ended } = await start()
    fake.script.run({ outcome: { nsfw: 'all' }, predictTime: 4 })
    const job = await ended((await create(jobRequest())).id)
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'blocked_by_filter', charged: 'yes' },
    })
    expect(job.cost?.usd).toBeCloseTo(4 * 0.001525)
  })
})

describe('an account with little credit', () => {
  const WAITS = /takes 6 pictures/

  it('gets its pictures one after the other, and is told why', async () => {
    const clock = createManualClock()
    const { fake, start } = await openReplicate({ clock })
    fake.script.rate('low-credit')
    const { create, job, until } = await start()
    const { id } = await create(jobRequest({ count: 4 }))
    await until(id, ({ progress }) => WAITS.test(progress.note ?? ''))
    const ends = async () => {
      clock.advance(500)
      return (await job(id)).state
    }
    await expect.poll(ends, { interval: 5, timeout: 10_000 }).toBe('succeeded')
    expect((await job(id)).outputs).toHaveLength(4)
    expect(fake.ledger).toHaveLength(4)
  })

  it('loses nothing, and pays nothing twice, when the proxy stops meanwhile', async () => {
    const { fake, start } = await openReplicate()
    fake.script.rate('low-credit')
    const first = await start()
    const { id } = await first.create(jobRequest({ count: 3 }))
    await first.until(id, ({ progress }) => WAITS.test(progress.note ?? ''))
    await expect.poll(() => fake.ledger.length).toBe(1)
    await first.stop()
    fake.script.rate('normal')
    const second = await start({ data: first.data })
    const job = await second.ended(id)
    expect(job).toMatchObject({ state: 'succeeded', warnings: [] })
    expect(job.outputs).toHaveLength(3)
    expect(fake.ledger).toHaveLength(3)
  })
})
