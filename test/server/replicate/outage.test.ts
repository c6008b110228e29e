import { expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { jobRequest } from '../job-request.ts'
import { runProcess } from '../run-process.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { MODEL, openReplicate, TOKEN } from './open-replicate.ts'

const SILENT = 'Replicate is not answering. Waiting until it does; nothing is charged.'

it('keeps presses back while Replicate is down, says so, and draws them once it is up', async () => {
  const clock = createManualClock(Date.now())
  const { fake, start } = await openReplicate()
  const { create, until, ended, call } = await start({ clock })
  await call('describeModel', `/v1/models?name=${MODEL}`)
  clock.advance(4.9 * 60_000)
  const trouble = async () => (await call('getStatus', '/v1/status')).engines[0]!.trouble
  expect(await trouble()).toBeNull()

  fake.script.next({ on: 'any', respond: { status: 503, body: 'down' }, times: Infinity })
  const lost = [await create(jobRequest({ count: 4 })), await create(jobRequest({ count: 1 }))]
  await expect.poll(trouble).toBe(SILENT)
  // Now what is known of the model is five minutes old, and is taken as it was.
  clock.advance(20_000)
  const waiting = await create(jobRequest({ count: 4 }))
  const held = await until(waiting.id, ({ progress }) => progress.note === SILENT)
  expect(held.state).toBe('queued')
  expect(fake.count('createPrediction')).toBe(5)

  const goOn = setInterval(() => clock.advance(500), 5)
  onTestFinished(() => clearInterval(goOn))
  await expect.poll(() => fake.count('getAccount')).toBeGreaterThan(0)
  expect(fake.count('createPrediction')).toBe(5)
  fake.script.clear()
  expect((await ended(waiting.id)).state).toBe('succeeded')
  for (const { id } of lost)
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { charged: 'maybe' } })
  expect(fake.count('createPrediction')).toBe(9)
  expect(fake.ledger).toHaveLength(4)
  expect(await trouble()).toBeNull()
})

it('starts what waited when the proxy was killed: nothing had been sent for it', async () => {
  const { fake, url } = await openReplicate()
  const environment = {
    MAQUETTE_DATA: temporaryFolder(),
    REPLICATE_API_TOKEN: TOKEN,
    MAQUETTE_REPLICATE_URL: `${url}/v1`,
    MAQUETTE_MODEL: MODEL,
  }
  const first = runProcess(environment)
  const before = await first.started()
  fake.script.next({ on: 'createPrediction', respond: { status: 503 }, times: 5 })
  await before.ask('/v1/jobs', jobRequest({ count: 4 }))
  await before.ask('/v1/jobs', jobRequest({ count: 1 }))
  await expect.poll(() => fake.count('createPrediction'), { timeout: 10_000 }).toBe(5)
  await before.ask('/v1/jobs', jobRequest({ count: 1 }))
  await expect
    .poll(async () => (await before.list())[0]!.progress.note, { timeout: 5000 })
    .toBe(SILENT)
  first.child.kill('SIGKILL')
  await first.end()

  const after = await runProcess(environment).started()
  await expect
    .poll(async () => (await after.list())[0]!.state, { timeout: 10_000 })
    .toBe('succeeded')
  expect(fake.count('createPrediction')).toBe(6)
  expect(fake.ledger).toHaveLength(1)
})
