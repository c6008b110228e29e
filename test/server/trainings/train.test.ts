import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { loraFile } from '../../fakes/replicate/trained-weights.ts'
import { jobRequest } from '../job-request.ts'
import { openTraining } from './open-training.ts'

it('takes pieces to a version of the style that draws', async () => {
  const { fake, proxy, version, request, create, ended, log } = await openTraining()
  const sent = request()
  const queued = await create(sent)
  expect(queued).toMatchObject({
    id: sent.id,
    state: 'queued',
    progress: { stage: 'preparing' },
    steps: 1500,
    dataset: { version: 1, hash: version.hash, pieces: 3 },
    input: {
      autocaption: false,
      trigger_word: 'nua_figurine_style',
      steps: 1500,
      lora_rank: 16,
      learning_rate: 0.0004,
      resolution: '1024',
      batch_size: 1,
    },
    result: null,
    warnings: [],
  })
  expect(queued.price.usd).toBeCloseTo(2.68, 1)

  const done = await ended(sent.id)
  expect(done).toMatchObject({
    state: 'succeeded',
    destination: 'maker/maquette-nua',
    warnings: [],
  })
  const weights = loraFile(16)
  expect(done.result).toMatchObject({
    version: 1,
    weights: {
      file: createHash('sha256').update(weights).digest('hex'),
      bytes: weights.length,
      rank: 16,
    },
  })
  expect(done.cost?.usd).toBeCloseTo(0.3 * 0.001525, 5)
  expect(done.losses.length).toBeGreaterThan(50)
  expect(await log(sent.id)).toContain('  -  Found 3 images')

  const { styles } = await proxy.call('listStyles', '/v1/styles')
  expect(styles[0]).toMatchObject({
    model: null,
    versions: [
      {
        number: 1,
        model: done.result?.model,
        origin: {
          type: 'training',
          training: sent.id,
          dataset: version.dataset,
          datasetVersion: 1,
        },
      },
    ],
  })
  const kept = await proxy.request(`/v1/trainings/${sent.id}/weights`)
  expect(Buffer.from(await kept.arrayBuffer()).equals(weights)).toBe(true)

  const { id } = await proxy.create(
    jobRequest({ version: done.result!.model, engine: 'replicate' }),
  )
  expect((await proxy.ended(id)).state).toBe('succeeded')
  // The model is private, the pieces are deleted at Replicate, and nothing was asked for twice.
  expect(fake.count('createModel')).toBe(1)
  expect(fake.count('createFile')).toBe(1)
  expect(fake.count('deleteFile')).toBe(1)
  expect(fake.count('createTraining')).toBe(1)
})
