import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { USUAL_CAPS } from '../../../../server/budget/caps.ts'
import { createScriptedEngine } from '../../../fakes/scripted-engine.ts'
import { jobRequest } from '../../../server/job-request.ts'
import { picture } from '../../../server/pictures.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import '../eventually.ts'
import { DOCUMENT } from '../open-desk.ts'
import type { Stage } from '../stage/create-stage.ts'
import { createStage } from '../stage/create-stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

const open = async (usd: number) => {
  const engine = createScriptedEngine({ pricePerPicture: { usd, estimate: true } })
  const caps = { ...USUAL_CAPS, perDay: 2 }
  const server = await startProxy({ engines: [engine], config: { caps } })
  const show = async () => {
    const script = { document: DOCUMENT, token: server.proxy.token }
    const { page, panel } = await stage.open({ port: server.port, script })
    onTestFinished(() => page.close())
    await panel.getByRole('status', { name: 'Proxy' }).getByText('Connected').waitFor()
    await panel.getByRole('tab', { name: 'Settings' }).click()
    return { panel, heading: panel.getByRole('heading', { name: 'Spending' }) }
  }
  return { engine, server, show }
}

test('settings say what was spent, what is promised and what is left', async () => {
  const { engine, server, show } = await open(0.4)
  const first = await show()
  await first.heading.waitFor()
  await first.panel.getByText('Nothing was spent yet.').waitFor()
  const { id } = await server.create(jobRequest())
  const run = await engine.started(1)
  run.say({ type: 'finished', bytes: await picture(), cost: { usd: 0.25, estimate: true } })
  await server.ended(id)
  await server.create(jobRequest())

  const { panel } = await show()
  const today = panel.getByRole('progressbar', {
    name: 'Today: $1.35 of $2.00 left, $0.25 spent, $0.40 reserved',
  })
  await today.waitFor()
  expect(await today.getAttribute('value')).toBe('0.65')
  await panel.getByText('This month: $99.35 of $100.00 left').waitFor()
  await panel.getByText('A draft cost about $0.250.').waitFor()
})

test('settings say nothing of money where pictures are free', async () => {
  const { show } = await open(0)
  const { heading, panel } = await show()
  await panel.getByRole('heading', { name: 'Token' }).waitFor()
  expect(await heading.count()).toBe(0)
})
