import { describe, expect, it } from 'vitest'
import { jobRequest } from '../job-request.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'
import { openReplicate } from './open-replicate.ts'

/** Of one picture by the usual model. */
const USD = 6.9 * 0.001525

describe('the caps', () => {
  it('let through what there is room for, and no press more, however many come at once', async () => {
    const { fake, start } = await openReplicate()
    const caps = { perJob: 1, perDay: 3 * 4 * USD + 0.001 }
    const { create, ended, request, call } = await start({ config: { caps } })
    // The model is known then, so that all presses come to the caps together.
    await call('describeModel', '/v1/models?name=maker/nua-figurine')
    const presses = await Promise.all(
      Array.from({ length: 50 }, () =>
        request('/v1/jobs', { json: jobRequest({ count: 4 }) }).then(({ status }) => status),
      ),
    )
    expect(presses.filter((status) => status === 202)).toHaveLength(3)
    expect(presses.filter((status) => status === 402)).toHaveLength(47)
    const { jobs } = await call('listJobs', '/v1/jobs')
    await Promise.all(jobs.map(({ id }) => ended(id)))
    expect(fake.count('createPrediction')).toBe(12)
    expect(fake.ledger).toHaveLength(12)
    const { budget } = await call('getStatus', '/v1/status')
    expect(budget).toMatchObject({ ...caps, reserved: 0 })
    const measured = await Promise.all(jobs.map(({ id }) => ended(id)))
    expect(budget!.spentToday).toBeCloseTo(measured.reduce((sum, job) => sum + job.cost!.usd, 0))
    // What the runs cost in the end is less than was promised, so there is room again.
    expect((await create(jobRequest())).state).toBe('queued')
  })

  it('refuse a press that is too dear, in words, before anything is asked', async () => {
    const { fake, start } = await openReplicate()
    const { refusal } = await start({ config: { caps: { perJob: 0.02, perDay: 10 } } })
    expect(await refusal('/v1/jobs', { json: jobRequest({ count: 4 }) })).toMatchObject({
      status: 402,
      code: 'over_budget',
      message:
        'These pictures would cost about $0.04, and one press may cost $0.02. Nothing was started or charged. Draw fewer pictures, or ask who runs the proxy to raise the limit.',
    })
    expect(fake.count('createPrediction')).toBe(0)
  })

  it('count for a day, and never what costs nothing', async () => {
    const clock = createManualClock(new Date(2026, 0, 1, 12).getTime())
    const price = { pricePerPicture: { usd: 4, estimate: true } }
    const engine = createScriptedEngine(price, 'replicate')
    const bytes = await picture()
    engine.onRun = (run) =>
      run.say({ type: 'finished', bytes, cost: { usd: 3, estimate: false }, seconds: 5 })
    const { create, ended, refusal, call } = await startProxy({
      engines: [engine, createScriptedEngine()],
      clock,
      config: { caps: { perJob: 5, perDay: 9 } },
    })
    const one = async () => ended((await create(jobRequest())).id)
    expect((await one()).cost).toEqual({ usd: 3, estimate: false })
    expect((await one()).cost).toEqual({ usd: 3, estimate: false })
    expect((await refusal('/v1/jobs', { json: jobRequest() })).message).toContain(
      '$6.00 of the $9.00 for today are used or promised',
    )
    expect((await create(jobRequest({ engine: 'sample' }))).state).toBe('queued')
    clock.advance(13 * 3_600_000)
    expect((await call('getStatus', '/v1/status')).budget).toMatchObject({ spentToday: 0 })
    expect((await one()).state).toBe('succeeded')
  })
})
