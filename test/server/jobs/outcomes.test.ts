import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { createGate } from '../create-gate.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { startProxy } from '../start-proxy.ts'

const PRICED = { pricePerPicture: { usd: 0.05, estimate: true } }

describe('what becomes of a job', () => {
  it('shows how far it is, from its engine', async () => {
    const engine = createScriptedEngine()
    engine.atOnce = 3
    const { create, job, until } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest({ count: 4 }))
    await engine.started(3)
    engine.runs[0]!.say({
      type: 'progress',
      fraction: 0.5,
      secondsLeft: 3,
      note: 'Shaping the clay',
    })
    engine.runs[1]!.say({ type: 'progress', fraction: null, secondsLeft: null, note: null })
    const half = await until(id, ({ progress }) => progress.fraction !== null)
    expect(half.progress).toEqual({
      fraction: 0.125,
      ahead: null,
      secondsLeft: 8,
      note: 'Shaping the clay',
    })
    expect(half.runs.map(({ state }) => state)).toEqual(['running', 'running', 'running', 'queued'])
    engine.runs[0]!.say({ type: 'finished', bytes: await picture() })
    const one = await until(id, ({ outputs }) => outputs.length === 1)
    expect(one.progress.fraction).toBe(0.25)
    expect((await job(id)).state).toBe('running')
  })

  it('says how many jobs come first', async () => {
    const engine = createScriptedEngine()
    engine.atOnce = 2
    const { create, job } = await startProxy({ engines: [engine] })
    await create(jobRequest({ count: 2 }))
    await engine.started(2)
    const second = await create(jobRequest({ count: 4 }))
    const third = await create(jobRequest({ count: 1 }))
    expect(second.progress).toMatchObject({ ahead: 0, secondsLeft: 16 })
    expect(third.progress).toMatchObject({ ahead: 1, secondsLeft: 24 })
    engine.runs[0]!.say({ type: 'finished', bytes: await picture() })
    await engine.started(3)
    await expect.poll(async () => (await job(third.id)).progress.ahead).toBe(0)
    expect((await job(second.id)).progress.ahead).toBeNull()
  })

  it('succeeds with a warning when some pictures fail', async () => {
    const engine = createScriptedEngine(PRICED)
    const { create, ended } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest({ count: 2 }))
    await engine.started(2)
    const error = { code: 'engine_failed', message: 'A filter stopped it.', charged: 'no' } as const
    engine.runs[0]!.say({ type: 'warning', message: 'I do not know "zyx".' })
    engine.runs[0]!.say({ type: 'failed', error })
    engine.runs[1]!.say({ type: 'finished', bytes: await picture() })
    expect(await ended(id)).toMatchObject({
      state: 'succeeded',
      warnings: ['I do not know "zyx".', '1 of 2 pictures failed: A filter stopped it.'],
      runs: [
        { state: 'failed', error },
        { state: 'succeeded', error: null },
      ],
      outputs: [{ index: 1 }],
      cost: { usd: 0.05, estimate: true },
    })
  })

  it.each([
    [
      'nothing was started',
      new AppError('engine_unavailable', 'It is away.'),
      'engine_unavailable',
      'It is away.',
      'no',
    ],
    [
      'nobody knows',
      new Error('socket hang up'),
      'internal',
      'Something broke while drawing. Try again.',
      'maybe',
    ],
    [
      'it took too long',
      new AppError('timeout', 'It took too long.'),
      'timeout',
      'It took too long.',
      'maybe',
    ],
  ] as const)(
    'fails when its engine cannot be asked: %s',
    async (_, thrown, code, message, charged) => {
      const engine = createScriptedEngine(PRICED)
      engine.onStart = () => {
        throw thrown
      }
      const { create, ended } = await startProxy({ engines: [engine] })
      const { id } = await create(jobRequest({ count: 2 }))
      expect(await ended(id)).toMatchObject({
        state: 'failed',
        error: { code, message, charged },
        outputs: [],
        cost: { usd: charged === 'no' ? 0 : 0.1 },
      })
    },
  )

  it('says why its engine takes a while to begin', async () => {
    const engine = createScriptedEngine()
    const answer = createGate()
    engine.onStart = async (_picture, _signal, say) => {
      say?.('Waiting for a free machine')
      await answer.passed
    }
    const { create, until } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest())
    const waiting = await until(id, ({ progress }) => progress.note !== null)
    expect([waiting.state, waiting.progress.note]).toEqual([
      'starting',
      'Waiting for a free machine',
    ])
    answer.open()
    await engine.started(1)
  })

  it('fails when the picture is none', async () => {
    const engine = createScriptedEngine()
    engine.onRun = (run) => run.say({ type: 'finished', bytes: Buffer.from('not a picture') })
    const { create, ended } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest())
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      error: { code: 'bad_answer', charged: 'no' },
    })
  })

  it('fails when its engine stops without a word', async () => {
    const engine = createScriptedEngine()
    engine.watch = async function* () {}
    const { create, ended } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest())
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { code: 'bad_answer' } })
  })
})
