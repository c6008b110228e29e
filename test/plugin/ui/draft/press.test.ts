import { expect, test } from 'vitest'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { DOCUMENT, addressOf, openDesk } from '../open-desk.ts'
import { eventually } from '../eventually.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'

const open = async (options = {}) => {
  const started = await startProxy()
  const desk = await openDesk({ port: started.port, token: started.proxy.token, ...options })
  return { started, ...desk }
}

test('one press makes a place for each picture and fills each with its picture and its recipe', async () => {
  const { started, press, canvas, drafts, panel } = await open()
  await press(BRIEF)
  await eventually(() => expect(drafts()).toHaveLength(4))
  const job = panel.jobs.list.value[0]!
  expect(canvas.state.calls.filter((name) => name === 'reserve')).toHaveLength(1)
  for (const [index, recipe] of drafts().entries())
    expect(recipe).toMatchObject({
      job: job.id,
      index,
      document: DOCUMENT,
      brief: BRIEF,
      engine: 'sample',
      settings: { seed: job.runs[index]!.seed, aspectRatio: '1:1' },
      width: 1024,
      height: 1024,
    })
  expect(canvas.state.frames.every(({ bytes }) => bytes > 1000)).toBe(true)
  const placed = await started.until(job.id, (view) => view.outputs.every((one) => one.placed))
  expect(placed.outputs).toHaveLength(4)
})

test('a lost answer is asked for again under the same id, and is one job', async () => {
  const clock = createManualClock()
  let losses = 2
  const losing: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (init?.method === 'POST' && addressOf(input).endsWith('/v1/jobs') && losses-- > 0)
      throw new TypeError('Failed to fetch')
    return response
  }
  const { started, press, drafts, drafting } = await open({ fetch: losing, clock })
  const pressed = press(BRIEF)
  await eventually(() => expect([...drafting.sending.list.value.values()][0]?.waiting).toBe(true))
  await eventually(() => {
    clock.advance(500)
    expect(drafting.sending.list.value.size).toBe(0)
  })
  await pressed
  await eventually(() => expect(drafts()).toHaveLength(4))
  expect((await started.call('listJobs', '/v1/jobs')).jobs).toHaveLength(1)
})

test('a refused job leaves no place behind and says why', async () => {
  const { press, panel, drafting, canvas } = await open()
  await eventually(() => expect(panel.proxy.isConnected.value).toBe(true))
  const { defaults } = drafting.resolved.value!.style
  const { style: gone } = await panel.api.createStyle({
    body: {
      name: 'Gone',
      trigger: '',
      template: '{brief}',
      model: null,
      defaults,
    },
  })
  await panel.proxy.check()
  drafting.chooseStyle(gone)
  await panel.api.deleteStyle({ params: { id: gone.id } })
  await expect(press(BRIEF)).rejects.toThrow(/style/i)
  expect(canvas.state.calls).toContain('reserve')
  expect(canvas.state.frames).toEqual([])
})

test('a job that is called off before the proxy answered leaves no place behind and does not run', async () => {
  const clock = createManualClock()
  let isBroken = false
  const breaking: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (isBroken) throw new TypeError('Failed to fetch')
    return response
  }
  const { started, press, canvas, drafting, panel } = await open({ fetch: breaking, clock })
  await eventually(() => expect(panel.proxy.isConnected.value).toBe(true))
  isBroken = true
  const pressed = press(`${BRIEF} #stuck`)
  await eventually(() => expect([...drafting.sending.list.value.values()][0]?.waiting).toBe(true))
  const [id] = [...drafting.sending.list.value.keys()]
  const off = drafting.sending.callOff(id!)
  isBroken = false
  await eventually(() => {
    clock.advance(500)
    expect(canvas.state.frames).toEqual([])
  })
  await pressed
  await off
  expect((await started.job(id!)).state).toBe('canceled')
})

test('several jobs may wait in line while she goes on', async () => {
  const { press, drafts, panel } = await open()
  await Promise.all(['a wizard', 'a cook', 'a queen'].map((brief) => press(brief)))
  await eventually(() => expect(drafts()).toHaveLength(12))
  expect(panel.jobs.list.value.map((job) => job.state)).toEqual(Array(3).fill('succeeded'))
})
