import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'
import { WirePrediction } from './wire-schemas.ts'

const BODY = { model: 'black-forest-labs/flux-dev', input: { prompt: 'a bear', seed: 7 } } as const
const HOUR_MS = 3_600_000

const containing = (text: string): unknown => expect.stringContaining(text)

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

describe('outcomes', () => {
  const run = async (input: object = {}) => {
    const { id } = await fake.client.predictions.create({
      ...BODY,
      input: { ...BODY.input, ...input },
    })
    fake.clock.advance(3000)
    return read(id)
  }

  it('fails with the scripted words', async () => {
    fake.script.run({ outcome: { fail: 'CUDA out of memory' } })
    expect(await run()).toMatchObject({
      status: 'failed',
      error: 'CUDA out of memory',
      output: null,
    })
    expect(await run()).toMatchObject({ status: 'succeeded', error: null })
  })

  it('blocks some pictures and still succeeds', async () => {
    fake.script.run({ outcome: { nsfw: 2 } })
    const done = await run({ num_outputs: 4 })
    expect(done.output).toHaveLength(2)
    expect(done.status).toBe('succeeded')
    expect(done.logs).toContain('NSFW content detected in image 1\nTotal safe images: 2 out of 4')
  })

  it('blocks all pictures and fails in the words of the model', async () => {
    fake.script.run({ outcome: { nsfw: 'all' } })
    expect(await run()).toMatchObject({
      status: 'failed',
      error: containing('All generated images contained NSFW content'),
    })
  })

  it('aborts before the start', async () => {
    fake.script.run({ outcome: 'abort' })
    const aborted = await run()
    expect(aborted).toMatchObject({ status: 'aborted', error: null, logs: null })
    expect(aborted.started_at).toBeUndefined()
  })

  it('gives up after half an hour', async () => {
    fake.script.run({ runMs: HOUR_MS })
    fake.script.retention(HOUR_MS * 2)
    const { id } = await fake.client.predictions.create(BODY)
    fake.clock.advance(HOUR_MS)
    expect(await read(id)).toMatchObject({ status: 'failed', error: 'Prediction timed out' })
  })

  it('says the drawing time and the output that the script wants', async () => {
    fake.script.run({ predictTime: 6.9, output: (urls) => urls[0] })
    expect(await run()).toMatchObject({
      output: containing('/out-0.webp'),
      metrics: { predict_time: 6.9, total_time: 7.9 },
    })
  })

  it('gives one URL where the model has one output', async () => {
    const { id } = await fake.client.predictions.create({
      model: 'black-forest-labs/flux-1.1-pro',
      input: BODY.input,
    })
    fake.clock.advance(3000)
    expect((await read(id)).output).toBe(`${fake.url}/delivery/${id}/out-0.webp`)
  })

  it('fails where the input can only be judged while it runs', async () => {
    expect(await run({ image: 'data:image/png;base64,AAAA' })).toMatchObject({
      status: 'failed',
      error: 'cannot identify image file',
    })
  })
})
