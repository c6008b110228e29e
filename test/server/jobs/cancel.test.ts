import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { createGate } from '../create-gate.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'

describe('cancel', () => {
  it('ends a job that waits, and its engine never hears of it', async () => {
    const engine = createScriptedEngine()
    engine.atOnce = 1
    const { create, cancel, job, until } = await startProxy({ engines: [engine] })
    const first = await create(jobRequest())
    const run = await engine.started(1)
    const waiting = await create(jobRequest({ count: 2 }))
    expect(await cancel(waiting.id)).toMatchObject({
      state: 'canceled',
      progress: { ahead: null, secondsLeft: null },
      runs: [{ state: 'canceled' }, { state: 'canceled' }],
      cost: { usd: 0 },
    })
    run.say({ type: 'finished', bytes: await picture() })
    await until(first.id, ({ state }) => state === 'succeeded')
    const last = await create(jobRequest())
    await until(last.id, ({ state }) => state === 'running')
    expect(engine.runs).toHaveLength(2)
    expect((await job(waiting.id)).state).toBe('canceled')
  })

  it('ends a job while its engine is being asked, and cancels the run as soon as it is known', async () => {
    const engine = createScriptedEngine()
    const answer = createGate()
    engine.onStart = () => answer.passed
    const { create, cancel, until } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest())
    await until(id, ({ state }) => state === 'starting')
    expect(await cancel(id)).toMatchObject({ state: 'canceled' })
    answer.open()
    const run = await engine.started(1)
    await expect.poll(run.cancels).toBe(1)
    await expect.poll(run.watchers).toBe(0)
  })

  it('ends a job that runs, at the engine too, and keeps what is finished', async () => {
    const engine = createScriptedEngine()
    const { create, cancel, until } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest({ count: 2 }))
    await engine.started(2)
    engine.runs[0]!.say({ type: 'finished', bytes: await picture() })
    await until(id, ({ outputs }) => outputs.length === 1)
    const canceled = await cancel(id)
    expect(canceled).toMatchObject({
      state: 'canceled',
      runs: [{ state: 'succeeded' }, { state: 'canceled' }],
      outputs: [{ index: 0 }],
    })
    expect(canceled.finishedAt).not.toBeNull()
    await expect.poll(engine.runs[1]!.watchers).toBe(0)
    expect(engine.runs.map((run) => run.cancels())).toEqual([0, 1])
  })

  it('keeps a picture that comes all the same', async () => {
    const engine = createScriptedEngine()
    engine.onCancel = async (run) => run.say({ type: 'finished', bytes: await picture() })
    const { create, cancel, until, request } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest())
    await engine.started(1)
    await cancel(id)
    const late = await until(id, ({ outputs }) => outputs.length === 1)
    expect(late).toMatchObject({ state: 'canceled', runs: [{ state: 'succeeded' }] })
    expect((await request(`/v1/files/${late.outputs[0]!.file}`)).status).toBe(200)
  })

  it('does not wait for an engine that does not answer', async () => {
    const engine = createScriptedEngine()
    engine.onCancel = () => Promise.reject(new Error('no answer'))
    engine.atOnce = 1
    const clock = createManualClock()
    const { create, cancel, logged } = await startProxy({ engines: [engine], clock })
    const { id } = await create(jobRequest())
    const run = await engine.started(1)
    expect((await cancel(id)).state).toBe('canceled')
    await expect.poll(() => logged.join('')).toContain('took no cancel')
    expect(run.watchers()).toBe(1)
    clock.advance(5_000)
    await expect.poll(run.watchers).toBe(0)
    await create(jobRequest())
    await engine.started(2)
  })

  it('leaves a job as it ended', async () => {
    const { create, cancel, ended } = await startProxy()
    const { id } = await create(jobRequest())
    const done = await ended(id)
    expect(done.state).toBe('succeeded')
    expect(await cancel(id)).toEqual(done)
    const other = await create(jobRequest())
    const canceled = await cancel(other.id)
    expect(await cancel(other.id)).toEqual(canceled)
  })
})
