import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { versionId } from './models/model.ts'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'
import { WireTraining } from './wire-schemas.ts'

const TRAINER = [
  'ostris',
  'flux-dev-lora-trainer',
  versionId('ostris/flux-dev-lora-trainer'),
] as const
const INPUT = { input_images: 'https://example.com/pieces.zip', steps: 1000 }
const BAR =
  /flux_train_replicate:\s*(\d+)%\|[^|]*\|\s*(\d+)\/(\d+)\s*\[([\d:]+)<([\d:?]+),\s*([\d.?]+)(it\/s|s\/it)(?:,\s*lr:\s*(\S+)\s+loss:\s*(\S+?))?\]/g

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(async () => {
  await fake.stop()
  fake.expectClean()
})

const train = (destination: `${string}/${string}`, input: object = INPUT) =>
  fake.client.trainings.create(...TRAINER, { destination, input })

it('needs a destination that exists', async () => {
  await expect(train('maker/nowhere')).rejects.toThrow(
    'The specified training destination does not exist',
  )
  expect(fake.ledger).toEqual([])
})

it('trains a new version of its destination', async () => {
  const created = v.parse(WireTraining, await train('maker/nua-empty'))
  expect(created.urls.get).toBe(`${fake.url}/v1/predictions/${created.id}`)
  expect(created).toMatchObject({ status: 'starting', logs: '', metrics: {} })

  fake.clock.advance(2000)
  const half = v.parse(WireTraining, await fake.client.trainings.get(created.id))
  expect(half).toMatchObject({ status: 'processing', output: null })
  expect(half.urls.get).toBe(`${fake.url}/v1/trainings/${created.id}`)
  expect([...(half.logs ?? '').matchAll(BAR)].at(-1)?.slice(1, 4)).toEqual(['43', '430', '1000'])

  fake.clock.advance(1000)
  const done = v.parse(WireTraining, await fake.client.trainings.get(created.id))
  const [newest] = (await fake.client.models.versions.list('maker', 'nua-empty')).results
  expect(done).toMatchObject({
    status: 'succeeded',
    output: { version: `maker/nua-empty:${newest?.id ?? 'none'}` },
    metrics: { predict_time: 2, total_time: 3 },
  })
  const weights = await fetch(done.output?.weights ?? '')
  expect(weights.headers.get('content-type')).toBe('application/x-tar')
  const trained = done.output?.version ?? ''
  const run = await fake.client.predictions.create({ version: trained, input: { prompt: 'x' } })
  expect(run.status).toBe('starting')
})

it('fails without pieces, and is canceled', async () => {
  const { id } = await train('maker/nua-empty', {})
  const other = await train('maker/nua-empty')
  expect(await fake.client.trainings.cancel(other.id)).toMatchObject({ status: 'canceled' })
  fake.clock.advance(3000)
  expect(await fake.client.trainings.get(id)).toMatchObject({
    status: 'failed',
    error: 'input_images must be provided',
  })
  expect((await fake.client.models.versions.list('maker', 'nua-empty')).results).toEqual([])
})

it('validates its input', async () => {
  await expect(train('maker/nua-empty', { ...INPUT, steps: 1 })).rejects.toThrow(
    'Must be greater than or equal to 3',
  )
})
