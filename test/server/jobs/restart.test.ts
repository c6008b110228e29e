import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { createGate } from '../create-gate.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'

describe('a proxy that is started again', () => {
  it('watches what runs, asks for what waited, and forgets nothing', async () => {
    const engine = createScriptedEngine()
    engine.atOnce = 2
    const first = await startProxy({ engines: [engine] })
    const { id } = await first.create(jobRequest({ count: 3 }))
    const waiting = await first.create(jobRequest())
    await engine.started(2)
    await first.until(id, ({ runs }) => runs[1]!.state === 'running')
    await first.stop()
    expect(engine.runs.map((run) => [run.watchers(), run.cancels()])).toEqual([
      [0, 0],
      [0, 0],
    ])

    const bytes = await Promise.all([1, 2, 3, 4].map((red) => picture('png', { red })))
    engine.runs[0]!.say({ type: 'finished', bytes: bytes[0]! })
    const second = await startProxy({ data: first.data, engines: [engine] })
    await engine.started(3)
    engine.runs[1]!.say({ type: 'finished', bytes: bytes[1]! })
    engine.runs[2]!.say({ type: 'finished', bytes: bytes[2]! })
    const job = await second.ended(id)
    expect(job.state).toBe('succeeded')
    expect(job.outputs.map(({ file }) => file)).toEqual(
      bytes.slice(0, 3).map((each) => createHash('sha256').update(each).digest('hex')),
    )
    ;(await engine.started(4)).say({ type: 'finished', bytes: bytes[3]! })
    expect((await second.ended(waiting.id)).state).toBe('succeeded')
    expect(engine.runs).toHaveLength(4)
    const kept = await second.request(`/v1/files/${job.outputs[1]!.file}`)
    expect(Buffer.from(await kept.arrayBuffer()).equals(bytes[1]!)).toBe(true)
  })

  it('keeps its token, and the old one opens it', async () => {
    const first = await startProxy()
    await first.stop()
    const second = await startProxy({ data: first.data })
    expect(second.proxy.token).toBe(first.proxy.token)
  })

  it('finishes with the sample engine what it had begun, to the same bytes', async () => {
    const settings = { seed: 11 }
    const first = await startProxy()
    const whole = await first.create(jobRequest({ count: 2, settings }))
    const { outputs } = await first.ended(whole.id)
    const cut = await first.create(jobRequest({ count: 2, settings }))
    await first.stop()
    const second = await startProxy({ data: first.data })
    const files = (await second.ended(cut.id)).outputs.map(({ file }) => file)
    expect(files).toEqual(outputs.map(({ file }) => file))
  })

  /** A proxy that was killed while it asked an engine for a picture. */
  const killedWhileAsking = async (usd: number) => {
    const engine = createScriptedEngine({ pricePerPicture: { usd, estimate: true } })
    const answer = createGate()
    engine.onStart = () => answer.passed
    const first = await startProxy({ engines: [engine] })
    onTestFinished(() => answer.fail(new Error('killed')))
    const { id } = await first.create(jobRequest())
    await first.until(id, ({ state }) => state === 'starting')
    const copy = temporaryFolder()
    cpSync(first.data, copy, { recursive: true })
    engine.onStart = () => undefined
    return { engine, id, second: await startProxy({ data: copy, engines: [engine] }) }
  }

  it('never asks again for a picture that may have been paid for', async () => {
    const { engine, id, second } = await killedWhileAsking(0.05)
    expect(await second.ended(id)).toMatchObject({
      state: 'failed',
      error: { code: 'interrupted', charged: 'maybe' },
    })
    expect(engine.runs).toHaveLength(0)
  })

  it('leaves what runs alone while its engine is not set up', async () => {
    const engine = createScriptedEngine({}, 'replicate')
    const first = await startProxy({ engines: [engine] })
    const { id } = await first.create(jobRequest())
    const run = await engine.started(1)
    await first.until(id, ({ state }) => state === 'running')
    await first.stop()
    const second = await startProxy({ data: first.data, engines: [createScriptedEngine()] })
    const waiting = await second.until(id, ({ progress }) => progress.note !== null)
    expect([waiting.state, waiting.progress.note]).toEqual([
      'running',
      expect.stringContaining('not set up'),
    ])
    await second.stop()
    run.say({ type: 'finished', bytes: await picture() })
    const third = await startProxy({ data: first.data, engines: [engine] })
    expect((await third.ended(id)).state).toBe('succeeded')
  })

  it('asks again for a picture that costs nothing', async () => {
    const { engine, id, second } = await killedWhileAsking(0)
    ;(await engine.started(1)).say({ type: 'finished', bytes: await picture() })
    expect((await second.ended(id)).state).toBe('succeeded')
  })
})
