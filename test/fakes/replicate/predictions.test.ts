import { parseProgressFromLogs } from 'replicate'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'
import { WirePrediction } from './wire-schemas.ts'

const BODY = { model: 'black-forest-labs/flux-dev', input: { prompt: 'a bear', seed: 7 } } as const
const HOUR_MS = 3_600_000

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(async () => {
  await fake.stop()
  fake.expectClean()
})

const read = async (id: string) =>
  v.parse(WirePrediction, await (await fake.request(`/v1/predictions/${id}`)).json())

describe('a prediction', () => {
  it('goes from starting over processing to succeeded, as its schema says', async () => {
    const created = await fake.client.predictions.create(BODY)
    expect(v.parse(WirePrediction, created)).toMatchObject({
      status: 'starting',
      version: 'hidden',
      input: BODY.input,
      logs: '',
      output: null,
    })
    expect(created.metrics).toBeUndefined()

    fake.clock.advance(2000)
    const half = await read(created.id)
    expect(half).toMatchObject({ status: 'processing', output: null })
    expect(parseProgressFromLogs(half.logs ?? '')).toEqual({
      percentage: 0.5,
      current: 14,
      total: 28,
    })

    fake.clock.advance(1000)
    const done = await read(created.id)
    expect(done).toMatchObject({
      status: 'succeeded',
      output: [`${fake.url}/delivery/${created.id}/out-0.webp`],
      metrics: { predict_time: 2, total_time: 3, image_count: 1 },
    })
    expect(done.logs).toContain('Using seed: 7\nPrompt: a bear\n[!] txt2img mode\n')
    expect(done.logs?.startsWith(half.logs ?? '?')).toBe(true)
    expect(done.logs?.endsWith('\nTotal safe images: 1 out of 1')).toBe(true)
  })

  it('is polled to its end by the real client', async () => {
    const created = await fake.client.predictions.create(BODY)
    const waiting = fake.client.wait(created, { interval: 1 }, () => {
      fake.clock.advance(500)
      return Promise.resolve(false)
    })
    await expect(waiting).resolves.toMatchObject({ status: 'succeeded' })
  })

  it('tells a seed that nobody chose in its logs alone', async () => {
    const { id } = await fake.client.predictions.create({
      ...BODY,
      input: { prompt: 'a bear', num_outputs: 2 },
    })
    fake.clock.advance(3000)
    const done = await read(id)
    expect(done.input).not.toHaveProperty('seed')
    expect(Number(/Using seed: (\d+)/.exec(done.logs ?? '')?.[1])).toBeLessThan(65_536)
    expect(done.output).toHaveLength(2)
  })

  it('loads the weights of a fine-tune once', async () => {
    const version = 'maker/nua-figurine'
    const model = await fake.client.models.get('maker', 'nua-figurine')
    const body = { version: `${version}:${model.latest_version?.id ?? ''}`, input: BODY.input }
    const [first, second] = [
      await fake.client.predictions.create(body),
      await fake.client.predictions.create(body),
    ]
    fake.clock.advance(3000)
    expect((await read(first.id)).logs).toContain('Downloaded weights in')
    expect((await read(second.id)).logs).toContain('Weights already loaded')
  })

  it('is canceled once, and an ended one stays as it ended', async () => {
    const [queued, running, done] = [
      await fake.client.predictions.create(BODY),
      await fake.client.predictions.create(BODY),
      await fake.client.predictions.create(BODY),
    ]
    expect(await fake.client.predictions.cancel(queued.id)).toMatchObject({
      status: 'canceled',
      logs: null,
      output: null,
      metrics: { predict_time: 0 },
    })
    fake.clock.advance(2000)
    expect(await fake.client.predictions.cancel(running.id)).toMatchObject({
      status: 'canceled',
      metrics: { predict_time: 1, total_time: 2 },
    })
    fake.clock.advance(5000)
    const before = await read(done.id)
    expect(await fake.client.predictions.cancel(done.id)).toEqual(before)
    expect(before.status).toBe('succeeded')
  })

  it.each([
    ['before it starts', '5s', 'aborted'],
    ['while it runs', '7', 'canceled'],
    ['after its end', '1m', 'succeeded'],
  ])('has a deadline %s', async (_when, after, status) => {
    fake.script.run({ startMs: 6000, runMs: 2000 })
    const response = await fake.request('/v1/predictions', {
      json: { version: BODY.model, input: BODY.input },
      headers: { 'cancel-after': after },
    })
    const created = v.parse(WirePrediction, await response.json())
    expect(created.deadline).toBeDefined()
    fake.clock.advance(60_000)
    expect(await read(created.id)).toMatchObject({ status, error: null })
  })

  it('loses its data an hour after its end', async () => {
    const { id } = await fake.client.predictions.create(BODY)
    fake.clock.advance(3000 + HOUR_MS - 1)
    expect(await read(id)).toMatchObject({ data_removed: false })
    fake.clock.advance(1)
    expect(await read(id)).toMatchObject({
      data_removed: true,
      status: 'succeeded',
      input: {},
      output: null,
      logs: null,
    })
  })
})

describe('Prefer: wait', () => {
  const create = (prefer: string) =>
    fake.request('/v1/predictions', {
      json: { version: BODY.model, input: BODY.input },
      headers: { prefer },
    })

  it('answers when the run has ended', async () => {
    fake.script.run({ startMs: 0, runMs: 0 })
    const response = await create('wait=10')
    expect(response.status).toBe(201)
    expect(response.headers.get('preference-applied')).toBe('wait=10')
    expect(await response.json()).toMatchObject({ status: 'succeeded' })
  })

  it('answers with the outputs while the run is still processing', async () => {
    fake.script.run({ earlyOutput: true })
    const waiting = create('wait')
    await expect.poll(() => fake.ledger.length).toBe(1)
    fake.clock.advance(2900)
    const body = v.parse(WirePrediction, await (await waiting).json())
    expect(body).toMatchObject({ status: 'processing', output: [expect.any(String)] })
    expect(body.metrics).toBeUndefined()
  })

  it('answers with a run that is not ready when the time is over', async () => {
    fake.script.run({ outcome: 'stuck-starting' })
    const waiting = create('wait=3')
    await expect.poll(() => fake.ledger.length).toBe(1)
    fake.clock.advance(3000)
    const response = await waiting
    expect(response.status).toBe(202)
    expect(await response.json()).toMatchObject({ status: 'starting', output: null })
  })
})
