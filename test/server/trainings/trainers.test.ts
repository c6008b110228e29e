import { describe, expect, it } from 'vitest'
import { startProxy } from '../start-proxy.ts'
import { createEagerClock } from '../engines/replicate/eager-clock.ts'
import { openTraining } from './open-training.ts'

describe('the trainers', () => {
  it('say their settings, and what a training takes and costs by published figures', async () => {
    const { proxy } = await openTraining({ pieces: 1 })
    const { trainers, archiveBytes } = await proxy.call('listTrainers', '/v1/trainers')
    expect(archiveBytes).toBe(100_000_000)
    expect(trainers.map(({ id }) => id)).toEqual(['flux-dev-lora', 'fast-flux'])
    const [usual] = trainers
    expect(usual).toMatchObject({
      model: expect.stringMatching(/^ostris\/flux-dev-lora-trainer:[0-9a-f]{64}$/) as string,
      steps: 'steps',
      problem: null,
      pace: { measured: 0, usdPerSecond: 0.001525 },
    })
    expect(usual!.settings[0]).toMatchObject({
      name: 'steps',
      type: 'integer',
      value: 1500,
      minimum: 3,
      maximum: 6000,
      values: null,
    })
  })

  it('go by our own trainings as soon as there are some', async () => {
    const { fake, proxy, request, create, ended } = await openTraining({
      clock: createEagerClock(),
      timing: { startMs: 1000, runMs: 10_000 },
    })
    fake.script.run({ predictTime: 2 * (180 + 1.05 * 1500) })
    const { id } = await create(request())
    await ended(id)
    const { trainers } = await proxy.call('listTrainers', '/v1/trainers')
    const { pace } = trainers[0]!
    expect(pace.measured).toBe(1)
    expect(pace.secondsPerStep).toBeCloseTo(2.1, 6)
    expect(pace.fixedSeconds).toBeCloseTo(360, 6)
    expect(trainers[1]!.pace.measured).toBe(0)
  })

  it('are shown with the reason while Replicate is away, and not at all without it', async () => {
    const { fake, proxy } = await openTraining({ pieces: 1 })
    fake.script.next({ on: 'getModel', respond: { status: 404, body: {} }, times: 2 })
    const { trainers } = await proxy.call('listTrainers', '/v1/trainers')
    expect(trainers[0]).toMatchObject({
      model: 'ostris/flux-dev-lora-trainer',
      problem: expect.stringMatching(/no such model/) as string,
    })
    const { refusal } = await startProxy()
    expect(await refusal('/v1/trainers')).toMatchObject({
      status: 503,
      message: expect.stringMatching(/REPLICATE_API_TOKEN/) as string,
    })
  })
})

it('a version leads to its training, and that to its pieces', async () => {
  const { proxy, version, request, create, ended } = await openTraining()
  const done = await ended((await create(request())).id)
  const list = async (query: string) =>
    (await proxy.call('listTrainings', `/v1/trainings?${query}`)).trainings.map(({ id }) => id)
  expect(await list(`model=${encodeURIComponent(done.result!.model)}`)).toEqual([done.id])
  expect(await list(`dataset=${version.dataset}&state=succeeded`)).toEqual([done.id])
  expect(await list('style=other')).toEqual([])
  expect(await list('state=running')).toEqual([])
  const { pieces } = (
    await proxy.call(
      'getVersion',
      `/v1/datasets/${done.dataset.id}/versions/${done.dataset.version}`,
    )
  ).version
  expect(pieces).toHaveLength(done.dataset.pieces)
})
