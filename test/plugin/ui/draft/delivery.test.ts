import { expect, test } from 'vitest'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { DOCUMENT, addressOf, openDesk } from '../open-desk.ts'
import { eventually } from '../eventually.ts'

const BRIEF = 'man with glasses and beard wearing a backpack and casual outfit'

const open = async (options = {}) => {
  const started = await startProxy()
  const desk = await openDesk({ port: started.port, token: started.proxy.token, ...options })
  return { started, ...desk }
}

test('what a closed panel left waiting arrives in the next one', async () => {
  const first = await open()
  await first.press(`${BRIEF} #stuck`)
  const [waiting] = first.panel.jobs.list.value
  first.close()
  await first.started.cancel(waiting!.id)
  const job = await first.started.create({
    ...waiting!.request,
    id: first.panel.newJobId(),
    brief: BRIEF,
  })
  const frames = first.canvas.state.frames.map((frame) => ({ ...frame, job: job.id }))
  const next = await openDesk({
    port: first.started.port,
    token: first.started.proxy.token,
    frames,
  })
  await eventually(() => expect(next.drafts()).toHaveLength(4))
})

test('of two panels on one file, each picture is placed by one', async () => {
  const { started, press, drafts, canvas, panel } = await open()
  await press(BRIEF)
  const frames = structuredClone(canvas.state.frames)
  const other = await openDesk({ port: started.port, token: started.proxy.token, frames })
  const { id } = panel.jobs.list.value[0]!
  await started.until(id, (job) => job.outputs.length === 4 && job.outputs.every((o) => o.placed))
  const indexes = [...drafts(), ...other.drafts()].map(({ index }) => index)
  expect(indexes.sort()).toEqual([0, 1, 2, 3])
})

test('a picture whose placeholder was deleted waits under "Unplaced" until she places it', async () => {
  const { started, press, canvas, drafting, drafts, panel } = await open()
  const pressed = press(BRIEF)
  await eventually(() => expect(canvas.state.frames).toHaveLength(4))
  canvas.remove(() => true)
  await pressed
  await eventually(() => expect(drafting.unplaced.value).toHaveLength(4))
  expect(drafts()).toEqual([])
  await drafting.placeAll()
  expect(drafts()).toHaveLength(4)
  expect(drafting.unplaced.value).toEqual([])
  const { outputs } = await started.job(panel.jobs.list.value[0]!.id)
  expect(outputs.every((output) => output.placed)).toBe(true)
})

test('a fill that was undone does not come back by itself, and goes into the same frame when she says so', async () => {
  const { press, canvas, drafting, drafts, panel } = await open()
  await press(BRIEF)
  await eventually(() =>
    expect(panel.jobs.list.value[0]?.outputs.filter(({ placed }) => placed)).toHaveLength(4),
  )
  const job = panel.jobs.list.value[0]!
  const fills = () => canvas.state.calls.filter((name) => name === 'fill').length
  const before = fills()
  canvas.undoFill({ job: job.id, index: 2 })
  await eventually(() => expect(panel.placeholders.list.value).toHaveLength(1))
  expect(fills()).toBe(before)
  expect(drafting.unplaced.value).toEqual([])
  await drafting.place({ job, output: job.outputs.find(({ index }) => index === 2)! })
  expect(drafts()).toHaveLength(4)
  expect(canvas.state.frames).toHaveLength(4)
})

test('a failed picture says why in its place, and the retry reuses place, inputs and seed', async () => {
  const { press, canvas, drafting, drafts, panel } = await open()
  await press(`${BRIEF} #fail:2`)
  await eventually(() => expect(canvas.state.frames[1]?.failure).toMatch(/Nothing was charged/))
  await eventually(() => expect(drafts()).toHaveLength(3))
  const { node } = canvas.state.frames[1]!
  const job = panel.jobs.list.value[0]!
  await drafting.retry({ job: job.id, index: 1 })
  await eventually(() => expect(drafts()).toHaveLength(4))
  const retried = canvas.state.frames.find((frame) => frame.node === node)
  expect(retried?.recipe?.settings.seed).toBe(job.runs[1]!.seed)
  expect(retried?.recipe?.job).not.toBe(job.id)
  expect(canvas.state.frames).toHaveLength(4)
})

test('canceling takes the waiting places away', async () => {
  const { press, canvas, drafting, panel } = await open()
  await press(`${BRIEF} #stuck`)
  expect(canvas.state.frames).toHaveLength(4)
  await drafting.cancelAll()
  await eventually(() => expect(canvas.state.frames).toEqual([]))
  expect(panel.jobs.list.value[0]?.state).toBe('canceled')
})

test('places of a job that never reached the proxy say so after a while, and take the next brief', async () => {
  const clock = createManualClock()
  const job = `job_${'1'.repeat(20)}` as never
  const frames = [0, 1].map((index) => ({
    job,
    index,
    node: `1:${index + 1}`,
    failure: null,
    recipe: null,
    bytes: 0,
  }))
  const { canvas, drafting, drafts } = await open({ frames, clock })
  await eventually(() => {
    clock.advance(1000)
    expect(canvas.state.frames.map(({ failure }) => failure)).toEqual(
      Array(2).fill('This draft never reached the proxy. Nothing was charged.'),
    )
  })
  expect(drafting.lost.value).toHaveLength(1)
  drafting.form.change({ brief: BRIEF })
  await drafting.pressInto(drafting.lost.value[0]!)
  await eventually(() => expect(drafts()).toHaveLength(2))
  expect(canvas.state.frames.map(({ node }) => node)).toEqual(['1:1', '1:2'])
})

test('pictures arrive by asking when the event stream cannot be had', async () => {
  const clock = createManualClock()
  let streams = 0
  const streamless: typeof fetch = (input, init) => {
    if (!addressOf(input).includes('/v1/events')) return fetch(input, init)
    streams += 1
    return Promise.reject(new TypeError('Failed to fetch'))
  }
  const { press, drafts } = await open({ fetch: streamless, clock })
  await press(BRIEF)
  await eventually(() => {
    clock.advance(1000)
    expect(drafts()).toHaveLength(4)
  })
  expect(streams).toBeGreaterThan(1)
})

test('a picture is downloaded once, for the canvas and for the panel', async () => {
  const asked: string[] = []
  const counting: typeof fetch = (input, init) => {
    if (addressOf(input).includes('/v1/files/')) asked.push(addressOf(input))
    return fetch(input, init)
  }
  const { press, drafts, drafting } = await open({ fetch: counting })
  await press(BRIEF)
  await eventually(() => expect(drafts()).toHaveLength(4))
  const thumbnails = await Promise.all(drafts().map(({ file }) => drafting.thumbnail(file)))
  expect(thumbnails.every((bytes) => bytes.length > 0)).toBe(true)
  expect(asked.length).toBe(new Set(asked).size)
})

test('thumbnails wait until the canvas has its pictures', async () => {
  let letGo = () => {}
  const mayClaim = new Promise<void>((resolve) => (letGo = resolve))
  const slow: typeof fetch = async (input, init) => {
    if (addressOf(input).endsWith('/claim')) await mayClaim
    return fetch(input, init)
  }
  const { press, panel, drafts, drafting } = await open({ fetch: slow })
  await press(BRIEF)
  const outputs = () => panel.jobs.list.value[0]!.outputs
  await eventually(() => expect(outputs()).toHaveLength(4))
  const drafted = drafting.thumbnail(outputs()[0]!.file).then(() => drafts().length)
  expect(drafts()).toHaveLength(0)
  letGo()
  expect(await drafted).toBe(4)
})

test('a picture that cannot be downloaded for a moment is fetched again', async () => {
  const clock = createManualClock()
  let failures = 3
  const flaky: typeof fetch = (input, init) =>
    addressOf(input).includes('/v1/files/') && failures-- > 0
      ? Promise.reject(new TypeError('Failed to fetch'))
      : fetch(input, init)
  const { press, drafts, canvas } = await open({ fetch: flaky, clock })
  await press(BRIEF)
  await eventually(() => {
    clock.advance(1000)
    expect(drafts()).toHaveLength(4)
  })
  expect(canvas.state.frames.map(({ failure }) => failure)).toEqual(Array(4).fill(null))
})

test('the document is named in what is drafted, so that another file does not see it', async () => {
  const { started, press, drafts } = await open()
  await press(BRIEF)
  await eventually(() => expect(drafts()).toHaveLength(4))
  const other = await openDesk({
    port: started.port,
    token: started.proxy.token,
    document: DOCUMENT.replace(/0$/, '1') as typeof DOCUMENT,
  })
  await other.isConnected()
  await other.press('a knight')
  await eventually(() => expect(other.drafts()).toHaveLength(4))
  expect(other.drafting.briefs.value).toEqual(['a knight'])
})
