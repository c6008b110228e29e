import { expect, it } from 'vitest'
import { USUAL_CAPS } from '../../../server/budget/caps.ts'
import { RUN_ERRORS } from '../../fakes/replicate/run-errors.ts'
import type { Fault } from '../../fakes/replicate/script.ts'
import { openTraining, trainingId } from './open-training.ts'

const REFUSALS: readonly (readonly [string, string, Fault, RegExp])[] = [
  [
    'a model that the account may not make',
    'createModel',
    { status: 403, body: { detail: 'You do not have permission', status: 403 } },
    /may not make a model.*Nothing was charged/,
  ],
  [
    'pieces that are too large',
    'createFile',
    { status: 413, body: { detail: 'Files must be less than 100MB in size' } },
    /larger than the 100 MB.*Nothing was started or charged/,
  ],
  [
    'no credit',
    'createTraining',
    { status: 402, body: { title: 'Insufficient credit', status: 402 } },
    /no credit left\. Nothing was charged\. Add credit/,
  ],
  [
    'a spend limit',
    'createTraining',
    { status: 402, body: { detail: "You've hit your monthly spend limit." } },
    /monthly spend limit\. Nothing was charged/,
  ],
  [
    'settings that it does not take',
    'createTraining',
    { status: 422, body: { title: 'Input validation failed', status: 422 } },
    /did not take these settings\. Nothing was charged/,
  ],
  [
    'a token that is wrong',
    'getAccount',
    { status: 401, body: { title: 'Unauthenticated', status: 401 } },
    /does not accept the token\. Nothing was charged/,
  ],
]

it('says what refused a training, and holds no money for it', async () => {
  const { fake, proxy, request, create, ended } = await openTraining()
  for (const [, on, respond, words] of REFUSALS) {
    fake.script.next({ on: on as 'createTraining', respond })
    const { id } = await create(request())
    const failed = await ended(id)
    expect(failed).toMatchObject({
      state: 'failed',
      error: { charged: 'no' },
      cost: { usd: 0 },
      result: null,
    })
    expect('error' in failed && failed.error.message).toMatch(words)
  }
  expect(fake.ledger).toEqual([])
  const { day } = await proxy.call('getBudget', '/v1/budget')
  expect(day).toMatchObject({ spent: 0, reserved: 0 })
})

it.each([
  [RUN_ERRORS.zip, 'invalid_request', /no training images.*charged/],
  [RUN_ERRORS.cuda, 'out_of_memory', /ran out of memory.*smaller rank/],
  [RUN_ERRORS.interrupted, 'interrupted', /took the machine away/],
  [RUN_ERRORS.trainerOutage, 'engine_failed', /itself had a problem/],
])('a training that fails with “%s” says what it cost', async (fail, code, words) => {
  const { fake, request, create, ended, retry, proxy } = await openTraining()
  fake.script.run({ outcome: { fail } })
  const { id } = await create(request())
  const failed = await ended(id)
  expect(failed).toMatchObject({ state: 'failed', error: { code, charged: 'yes' } })
  expect('error' in failed && failed.error.message).toMatch(words)
  expect(failed.cost?.usd).toBeCloseTo(0.3 * 0.001525, 5)
  const { day } = await proxy.call('getBudget', '/v1/budget')
  expect(day).toMatchObject({ spent: failed.cost?.usd, reserved: 0 })

  const again = await retry(id)
  expect(again).toMatchObject({ retryOf: id, input: failed.input, trainer: failed.trainer })
  expect((await retry(id, { id: again.id })).id).toBe(again.id)
  expect((await ended(again.id)).state).toBe('succeeded')
  expect(fake.ledger).toHaveLength(2)
})

it('refuses before the press what cannot be trained', async () => {
  const { proxy, dataset, fake, request } = await openTraining({ pieces: 5 })
  const refusal = async (changes: Parameters<typeof request>[0]) =>
    (await proxy.refusal('/v1/trainings', { json: request(changes) })).message
  for (const number of [1, 2, 4, 5]) await dataset.put(number, { red: number * 20, caption: '' }, 1)
  const bare = await dataset.freeze()
  expect(await refusal({ datasetVersion: bare.number })).toBe(
    '4 of 5 pieces have no caption: figurine_01, figurine_02, figurine_04 and 1 more. Write them, and freeze the dataset again. Nothing was started or charged.',
  )
  for (const number of [1, 2, 3, 4, 5])
    await dataset.put(number, { red: number * 20, caption: 'a cook' }, number === 3 ? 1 : 2)
  const nameless = await dataset.freeze()
  const unchecked = await refusal({ datasetVersion: nameless.number })
  expect(unchecked).toMatch(
    /checks of this version are not finished. Nothing was started or charged/,
  )
  await expect
    .poll(() => refusal({ datasetVersion: nameless.number }))
    .toMatch(/Nothing was started or charged. Mend it and freeze again, or choose to train anyway/)
  expect(await refusal({ datasetVersion: 9 })).toMatch(/no such version/)
  expect(await refusal({ trainer: 'unknown' })).toMatch(/does not know this trainer/)
  expect(await refusal({ settings: { steps: 2 } })).toMatch(
    /Steps is a whole number from 3 to 6000/,
  )
  expect(await refusal({ settings: { optimizer: 'x' } })).toMatch(/no setting “optimizer”/)
  expect(await refusal({ settings: { resolution: '900' } })).toMatch(/Resolution is one of 512/)
  expect(fake.calls.filter(({ method }) => method !== 'GET')).toEqual([])
})

it('counts for the caps of a training, a day and a month, and not for that of a minute', async () => {
  const { request, create, proxy, fake, cancel, until } = await openTraining({
    config: { caps: { ...USUAL_CAPS, perTraining: 3, perDay: 5 } },
    timing: { startMs: 60_000, runMs: 60_000 },
  })
  const refused = async (steps: number) =>
    proxy.refusal('/v1/trainings', { json: request({ settings: { steps } }) })
  expect(await refused(2000)).toMatchObject({
    status: 402,
    message:
      'This training would cost about $3.48, and one training may cost $3.00. Nothing was started or charged. Train with fewer steps, or ask who runs the proxy to raise the limit.',
  })
  const { id, price } = await create(request())
  expect((await refused(1500)).message).toMatch(
    /of the \$5\.00 for today, \$0\.00 are used, \$2\.68 are promised and \$2\.32 are left/,
  )
  const { minute, month } = await proxy.call('getBudget', '/v1/budget')
  expect(minute).toMatchObject({ spent: 0, reserved: 0 })
  expect(month).toMatchObject({ spent: 0, reserved: price.usd })
  await until(id, () => fake.ledger.length === 1)
  await cancel(id)
  await until(id, ({ cost }) => cost !== null)
})

it('the same press twice is one training, another body is a conflict', async () => {
  const { proxy, request, create, ended, fake } = await openTraining()
  const json = request()
  const [first, second] = await Promise.all([create(json), create(json)])
  expect(first.id).toBe(second.id)
  await ended(json.id)
  expect((await create(json)).state).toBe('succeeded')
  expect(
    await proxy.refusal('/v1/trainings', { json: { ...json, settings: { steps: 600 } } }),
  ).toMatchObject({ status: 409, code: 'conflict' })
  expect(
    await proxy.refusal(`/v1/trainings/${json.id}/retry`, { json: { id: trainingId() } }),
  ).toMatchObject({
    status: 409,
  })
  expect(fake.ledger).toHaveLength(1)
})

it('a model of the same name that Maquette did not make is left alone', async () => {
  const { fake, request, create, ended, proxy } = await openTraining()
  fake.script.next({
    on: 'getModel',
    respond: { status: 404, body: { status: 404 } },
    match: ({ path }) => path.includes('maquette-nua'),
  })
  fake.script.next({
    on: 'createModel',
    respond: { status: 409, body: { detail: 'A model with that name and owner already exists.' } },
  })
  const { id } = await create(request())
  expect(await ended(id)).toMatchObject({
    state: 'failed',
    error: { code: 'conflict', charged: 'no' },
  })
  const other = await create(request({ destination: 'nua-empty' }))
  expect(await ended(other.id)).toMatchObject({
    state: 'succeeded',
    destination: 'maker/nua-empty',
  })
  expect((await proxy.call('listStyles', '/v1/styles')).styles[0]?.versions).toHaveLength(1)
})

it('a cancel stops the training and says what it cost', async () => {
  const { fake, proxy, request, create, until, ended, cancel } = await openTraining({
    timing: { startMs: 20, runMs: 60_000 },
  })
  const { id } = await create(request())
  const running = await until(id, ({ progress }) => progress.stage === 'loading')
  expect(running.progress.usd).toBeGreaterThan(0)
  expect(await cancel(id)).toMatchObject({ state: 'canceled' })
  const canceled = await until(id, ({ cost }) => cost !== null)
  expect(canceled.cost?.usd).toBeGreaterThan(0)
  expect(canceled.cost?.usd).toBeLessThan(0.01)
  expect(fake.count('cancelTraining')).toBe(1)
  const { day } = await proxy.call('getBudget', '/v1/budget')
  expect(day).toMatchObject({ spent: canceled.cost?.usd, reserved: 0 })

  fake.script.next({ on: 'createFile', respond: { delayMs: 300 } })
  const early = await create(request())
  expect(await cancel(early.id)).toMatchObject({ state: 'canceled', cost: { usd: 0 } })
  await ended(early.id)
  expect(fake.ledger).toHaveLength(1)
})
