import { expect, test } from 'vitest'
import { createScriptedEngine } from '../../../fakes/scripted-engine.ts'
import { USUAL_CAPS } from '../../../../server/budget/caps.ts'
import { createGate } from '../../../server/create-gate.ts'
import { jobRequest } from '../../../server/job-request.ts'
import { picture } from '../../../server/pictures.ts'
import type { StartedProxy } from '../../../server/start-proxy.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { openDesk } from '../open-desk.ts'
import { countCells, pressSweep, viewOf } from './press-sweep.ts'

const BRIEF = 'a wizard'
const PRICE = { usd: 0.04, estimate: false }

const open = async (started: StartedProxy, part: Partial<Parameters<typeof openDesk>[0]> = {}) => {
  const desk = await openDesk({ port: started.port, token: started.proxy.token, ...part })
  await desk.isConnected()
  return desk
}

test('a proxy that is stopped in the middle and started again draws the rest, each cell once', async () => {
  let started = await startProxy({ config: { sampleSeconds: 0.1 } })
  const desk = await open(started)
  await pressSweep(desk, { seed: '1 to 12' }, BRIEF)
  await eventually(() => expect(countCells(desk)['drawn']).toBeGreaterThan(1))
  const { port, data } = started
  await started.stop()
  started = await startProxy({ port, data })
  await eventually(() => expect(countCells(desk)).toEqual({ drawn: 12 }))
  expect((await started.call('listJobs', '/v1/jobs')).jobs).toHaveLength(12)
})

test('versions and the freedom of a reference are axes, too', async () => {
  const started = await startProxy()
  for (const model of ['me/one', 'me/two'])
    await started.call('addVersion', '/v1/styles/nua/versions', { json: { model } })
  const reference = new Uint8Array(await picture('png', { width: 600, height: 400 }))
  const desk = await open(started, { reference })
  await desk.drafting.references.choose({ node: '1:9', name: 'Photo' })
  const { board } = await pressSweep(desk, { version: 'v1, me/two', strength: '0.3, 0.8' }, BRIEF)
  expect([board?.columns, board?.rows]).toEqual([
    ['v1', 'v2'],
    ['30 % free', '80 % free'],
  ])
  expect(board?.cells.map(({ width, height }) => [width, height])).toEqual(
    Array(4).fill([1024, 688]),
  )
  await eventually(() => expect(countCells(desk)).toEqual({ drawn: 4 }))
  const { jobs } = viewOf(desk).sweep
  const drafts = jobs.map((job) => desk.drafts().find((draft) => draft.job === job)!)
  expect(drafts.map(({ version, reference }) => [version, reference?.strength])).toEqual([
    ['me/one', 0.3],
    ['me/two', 0.3],
    ['me/one', 0.8],
    ['me/two', 0.8],
  ])
  desk.comparing.sweeping.change({ columns: 'aspectRatio', rows: null })
  expect(desk.comparing.sweeping.planned.value?.columns.setting).not.toBe('aspectRatio')
})

test('the price of all cells stands before the press, and is held against the caps', async () => {
  const engine = createScriptedEngine({ pricePerPicture: PRICE })
  const started = await startProxy({ engines: [engine] })
  const desk = await open(started)
  await eventually(() => expect(desk.panel.spending.figures.value).not.toBeNull())
  const { sweeping } = desk.comparing
  desk.drafting.form.change({ brief: BRIEF })
  sweeping.change({ columns: 'seed', rows: null, texts: { seed: '1 to 25' } })
  expect(sweeping.price.value.usd).toBeCloseTo(1)
  expect(sweeping.problem.value).toBeNull()
  sweeping.change({ texts: { seed: '1 to 26' } })
  expect(sweeping.problem.value).toBe('Over the limit: $1.00 for one press')
  await sweeping.press()
  expect(engine.runs).toEqual([])
})

test('a cap that others reach in the middle pauses it in words; with room again it goes on', async () => {
  const engine = createScriptedEngine({ pricePerPicture: PRICE })
  const gate = createGate()
  const bytes = await picture('png', { width: 64, height: 64 })
  engine.onRun = (run) => {
    const finish = () => run.say({ type: 'finished', bytes, cost: PRICE })
    if (run.picture.brief === BRIEF) void gate.passed.then(finish)
  }
  const caps = { ...USUAL_CAPS, perDay: 0.4, perMinute: 0.4 }
  const started = await startProxy({ engines: [engine], config: { caps } })
  const desk = await open(started)
  await pressSweep(desk, { seed: '1 to 9' }, BRIEF)
  await engine.started(6)
  const other = await started.create(jobRequest({ brief: 'somebody else', count: 2 }))
  gate.open()
  await eventually(() =>
    expect(desk.comparing.runner.whyPaused(viewOf(desk))).toMatch(/\$0\.40 for today/),
  )
  await eventually(() => expect(countCells(desk)).toEqual({ drawn: 8, waiting: 1 }))
  await started.cancel(other.id)
  await started.ended(other.id)
  desk.comparing.runner.resume(viewOf(desk))
  await eventually(() => expect(countCells(desk)).toEqual({ drawn: 9 }))
})
