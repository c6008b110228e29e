import { expect, onTestFinished, test } from 'vitest'
import { USUAL_CAPS } from '../../../../server/budget/caps.ts'
import { createJobStore } from '../../../../plugin/ui/job-store.ts'
import { createApi } from '../../../../plugin/ui/proxy/create-api.ts'
import { createConnection } from '../../../../plugin/ui/proxy/connection.ts'
import { createSpending } from '../../../../plugin/ui/spending/create-spending.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../../fakes/scripted-engine.ts'
import { jobRequest } from '../../../server/job-request.ts'
import { picture } from '../../../server/pictures.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { addressOf, openDesk } from '../open-desk.ts'

/** A proxy whose pictures cost this, and a panel's view of what is spent there. */
const open = async (usd: number) => {
  const clock = createManualClock(Date.UTC(2026, 0, 15, 12, 0, 10))
  const engine = createScriptedEngine({ pricePerPicture: { usd, estimate: true } }, 'replicate')
  const server = await startProxy({ engines: [engine], clock })
  const wire = { asked: 0, isCut: false }
  const api = createApi({
    origin: `http://127.0.0.1:${server.port}`,
    token: () => server.proxy.token,
    fetch: (input, init) => {
      if (!addressOf(input).endsWith('/v1/budget')) return fetch(input, init)
      wire.asked += 1
      return wire.isCut ? Promise.reject(new TypeError('cut')) : fetch(input, init)
    },
  })
  const proxy = createConnection({ api, token: () => server.proxy.token, clock })
  const jobs = createJobStore()
  const spending = createSpending({ api, proxy, jobs, clock })
  onTestFinished(spending.start())
  return { clock, engine, server, wire, proxy, jobs, ...spending }
}

test('what is spent is asked for once there is an engine that costs money', async () => {
  const { proxy, figures, wire } = await open(0.5)
  expect(wire.asked).toBe(0)
  await proxy.check()
  await eventually(() => expect(figures.value?.day.left).toBe(10))
  expect(wire.asked).toBe(1)
})

test('nothing is asked for where pictures are free', async () => {
  const { proxy, isPaid, wire } = await open(0)
  await proxy.check()
  expect(isPaid.value).toBe(false)
  expect(wire.asked).toBe(0)
})

test('it follows the jobs: what they promise, and what they cost in the end', async () => {
  const { proxy, server, engine, jobs, figures, wire } = await open(0.5)
  await proxy.check()
  await eventually(() => expect(figures.value).not.toBeNull())
  const job = await server.create(jobRequest())
  jobs.put([job])
  await eventually(() => expect(figures.value?.day).toMatchObject({ spent: 0, reserved: 0.5 }))
  const run = await engine.started(1)
  run.say({ type: 'finished', bytes: await picture(), cost: { usd: 0.2, estimate: false } })
  jobs.put([await server.ended(job.id)])
  await eventually(() => expect(figures.value?.day).toMatchObject({ spent: 0.2, reserved: 0 }))
  jobs.put([await server.job(job.id)])
  expect(wire.asked).toBe(3)
})

test('it is asked for again each minute: others spend, too, and a day ends', async () => {
  const { server, proxy, figures, wire, clock } = await open(0.5)
  await proxy.check()
  await eventually(() => expect(figures.value?.day.reserved).toBe(0))
  await server.create(jobRequest())
  clock.advance(59_999)
  expect(wire.asked).toBe(1)
  clock.advance(1)
  await eventually(() => expect(figures.value?.day.reserved).toBe(0.5))
  expect(wire.asked).toBe(2)
  clock.advance(60_000)
  await eventually(() => expect(wire.asked).toBe(3))
})

test('what cannot be known is said, until it can', async () => {
  const { proxy, figures, trouble, wire, clock } = await open(0.5)
  wire.isCut = true
  await proxy.check()
  await eventually(() => expect(trouble.value).toBe('The Maquette proxy cannot be reached.'))
  expect(figures.value).toBeNull()
  wire.isCut = false
  clock.advance(60_000)
  await eventually(() => expect(trouble.value).toBeNull())
  expect(figures.value?.day.left).toBe(10)
})

test('a press that goes over is not sent, and the button says why', async () => {
  const engine = createScriptedEngine({ pricePerPicture: { usd: 0.5, estimate: true } }, 'sample')
  const caps = { ...USUAL_CAPS, perJob: 2, perMinute: 4, perDay: 2.5 }
  const { port, proxy, call } = await startProxy({ engines: [engine], config: { caps } })
  const { drafting, press, panel } = await openDesk({ port, token: proxy.token })
  await press('a cook')
  await eventually(() => expect(drafting.problem.value).toBe('Over the limit: $0.50 left today'))
  await press('a baker')
  drafting.form.change({ count: 1 })
  expect(drafting.problem.value).toBeNull()
  expect(panel.spending.figures.value?.day.reserved).toBe(2)
  expect((await call('listJobs', '/v1/jobs')).jobs).toHaveLength(1)
})
