import { expect, it } from 'vitest'
import { createEagerClock } from '../engines/replicate/eager-clock.ts'
import { openTraining } from './open-training.ts'

const lost = { on: 'createTraining', respond: 'reset-after-accept' } as const
/** A minute, in which the clock jumps. */
const minute = () => ({ clock: createEagerClock(), timing: { startMs: 2_000, runMs: 60_000 } })

it('a start whose answer is lost is found by its pieces, and paid once', async () => {
  const { fake, request, create, ended } = await openTraining(minute())
  fake.script.listLag(20_000)
  fake.script.next({ ...lost, times: 2 })
  const trainings = await Promise.all([create(request()), create(request())])
  const [one, other] = await Promise.all(trainings.map(({ id }) => ended(id)))
  expect(one).toMatchObject({ state: 'succeeded', warnings: [] })
  expect(other).toMatchObject({ state: 'succeeded', warnings: [] })
  expect(one!.result!.model).not.toBe(other!.result!.model)
  expect(fake.ledger).toHaveLength(2)
  expect(fake.count('createTraining')).toBe(2)
})

it('a start that is not found is given up, its price is held, and it is not sent again', async () => {
  const { fake, proxy, request, create, ended } = await openTraining(minute())
  fake.script.listLag(100_000_000)
  fake.script.next(lost)
  const { id, price } = await create(request())
  const failed = await ended(id)
  expect(failed).toMatchObject({
    state: 'failed',
    error: { code: 'interrupted', charged: 'maybe' },
    cost: { usd: price.usd, estimate: true },
  })
  expect('error' in failed && failed.error.message).toMatch(/may have been charged/)
  const { day } = await proxy.call('getBudget', '/v1/budget')
  expect(day).toMatchObject({ spent: 0, reserved: price.usd })
  expect(fake.ledger).toHaveLength(1)
})

it('what Replicate has deleted by then is said: the version is found, its weights are missing', async () => {
  const { fake, request, create, ended } = await openTraining(minute())
  fake.script.retention(0)
  const { id } = await create(request())
  const done = await ended(id)
  expect(done).toMatchObject({ state: 'succeeded', result: { version: 1, weights: null } })
  expect(done.result!.model).toMatch(/^maker\/maquette-nua:[0-9a-f]{64}$/)
  expect(done.warnings).toEqual([expect.stringMatching(/deleted the address of the weights/)])
})

it('weights that break off are fetched again, and those that are gone are missed and said', async () => {
  const { fake, request, create, ended } = await openTraining(minute())
  fake.script.next({ on: 'delivery', respond: 'cut', times: 2 })
  fake.script.next({ on: 'delivery', respond: 'html' })
  const first = await ended((await create(request())).id)
  expect(first).toMatchObject({ warnings: [], result: { weights: { rank: 16 } } })
  fake.script.next({ on: 'delivery', respond: { status: 404, body: '' }, times: 9 })
  const second = await ended((await create(request())).id)
  expect(second).toMatchObject({ state: 'succeeded', result: { version: 2, weights: null } })
  expect(second.warnings).toEqual([expect.stringMatching(/the version itself can be used/)])
})

it('a service that is away for a while changes nothing', async () => {
  const { fake, request, create, ended } = await openTraining(minute())
  const away = { status: 503, body: '<h1>503</h1>' }
  fake.script.next({ on: 'createFile', respond: away })
  fake.script.next({ on: 'createModel', respond: 'reset-after-accept' })
  fake.script.next({ on: 'getTraining', respond: away, times: 20 })
  const { id } = await create(request())
  expect(await ended(id)).toMatchObject({ state: 'succeeded', warnings: [] })
  expect(fake.count('createModel')).toBe(1)
})

it('a training that was canceled while it was asked for, and is not found, counts with its price', async () => {
  const { fake, proxy, request, create, cancel, until } = await openTraining(minute())
  fake.script.listLag(100_000_000)
  fake.script.next({ on: 'createTraining', respond: 'hang-after-accept' })
  const { id, price } = await create(request())
  await until(id, () => fake.ledger.length === 1)
  await cancel(id)
  const canceled = await until(id, ({ cost }) => cost !== null)
  expect(canceled).toMatchObject({ state: 'canceled', cost: { usd: price.usd, estimate: true } })
  const { day } = await proxy.call('getBudget', '/v1/budget')
  expect(day).toMatchObject({ spent: price.usd, reserved: 0 })
})
