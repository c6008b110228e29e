import { expect, test } from 'vitest'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { openReplicate } from '../../../server/replicate/open-replicate.ts'
import { eventually } from '../eventually.ts'
import { openDesk } from '../open-desk.ts'

const HOUR = 3_600_000

test('a laptop that slept through Replicate’s hour says so, that it was charged, and drafts the same again', async () => {
  const clock = createManualClock()
  const timing = { startMs: 1000, runMs: 8000 }
  const { fake, start } = await openReplicate({ clock, timing })
  fake.script.run({ predictTime: 4, times: 8 })
  const started = await start()
  const desk = await openDesk({ port: started.port, token: started.proxy.token, clock })
  await desk.press('woman with glasses and curly hair')
  await eventually(() => {
    clock.advance(100)
    expect(desk.panel.jobs.list.value[0]?.runs.map(({ state }) => state)).toEqual(
      Array(4).fill('running'),
    )
  })
  clock.advance(2 * HOUR)

  const { frames } = desk.canvas.state
  await eventually(() => {
    clock.advance(1000)
    expect(frames.map(({ failure }) => failure)).toEqual(
      Array(4).fill(expect.stringMatching(/Replicate deleted it.*charged.*Draw it again/s)),
    )
  })
  const slept = desk.panel.jobs.list.value[0]!
  expect(slept).toMatchObject({ state: 'failed', error: { code: 'expired', charged: 'yes' } })
  expect(slept.cost!.usd).toBeCloseTo(4 * 4 * 0.001525)
  expect(fake.ledger).toHaveLength(4)

  await desk.drafting.retry({ job: slept.id, index: 2 })
  await eventually(() => {
    clock.advance(100)
    expect(desk.drafts()).toHaveLength(1)
  })
  const [draft] = desk.drafts()
  expect(draft).toMatchObject({ prompt: slept.prompt, settings: { seed: slept.runs[2]!.seed } })
  const inputs = fake.ledger.map(({ input }) => input)
  expect(inputs).toHaveLength(5)
  expect(inputs.slice(0, 4)).toContain(inputs[4])
})
