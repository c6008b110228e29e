import { expect, test } from 'vitest'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../../fakes/scripted-engine.ts'
import { picture } from '../../../server/pictures.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { addressOf, openDesk } from '../open-desk.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'

type Fetch = typeof fetch

/** A proxy whose engine draws at once, and the way to a panel on it. */
const open = async () => {
  const clock = createManualClock()
  const engine = createScriptedEngine()
  const bytes = await picture()
  engine.onRun = (run) => run.say({ type: 'finished', bytes })
  const started = await startProxy({ engines: [engine], clock })
  const { port, proxy } = started
  const desk = (options = {}) => openDesk({ port, token: proxy.token, clock, ...options })
  return { started, clock, engine, bytes, desk }
}

/** From the first matching question on, nobody is there to hear an answer: the panel is closed. */
const closeAt = (question: RegExp, isAsked: boolean) => {
  let isClosed = false
  const closing: Fetch = async (input, init) => {
    const { pathname } = new URL(addressOf(input))
    const isLast = !isClosed && question.test(`${init?.method ?? 'GET'} ${pathname}`)
    const isSilent = isClosed || isLast
    isClosed = isSilent
    if (isLast && isAsked) await fetch(input, init)
    return isSilent ? new Promise(() => undefined) : fetch(input, init)
  }
  return { closing, isClosed: () => isClosed }
}

const MOMENTS = [
  ['the proxy has its press', /POST .*\/jobs$/, true],
  ['it claims a picture', /claim$/, false],
  ['it has claimed a picture', /claim$/, true],
  ['it fetches a picture', /files/, true],
  ['a picture is placed, which the proxy does not know', /placed$/, false],
  ['a picture is placed, which the proxy knows', /placed$/, true],
] as const

test.each(MOMENTS)('a panel is closed when %s: the next one places the rest', async (...moment) => {
  const [, question, isAsked] = moment
  const { started, clock, desk } = await open()
  const { closing, isClosed } = closeAt(question, isAsked)
  const first = await desk({ fetch: closing })
  void first.press(BRIEF)
  await eventually(() => {
    clock.advance(100)
    expect(isClosed()).toBe(true)
  })
  first.close()

  const next = await desk({ frames: first.canvas.state.frames })
  await eventually(() => {
    clock.advance(1000)
    expect(next.drafts().map(({ index }) => index)).toEqual([0, 1, 2, 3])
  })
  const { jobs } = await started.call('listJobs', '/v1/jobs')
  expect(jobs).toHaveLength(1)
  await eventually(async () => {
    clock.advance(1000)
    // A picture that only the canvas knows of is offered once more, and stays the one that it is.
    await next.drafting.placeAll()
    const { outputs } = await started.job(jobs[0]!.id)
    expect(outputs.filter(({ placed }) => placed)).toHaveLength(4)
  })
  expect(next.canvas.state.frames.map(({ index }) => index)).toEqual([0, 1, 2, 3])
  expect(next.canvas.state.frames.map(({ failure }) => failure)).toEqual(Array(4).fill(null))
})

test('two panels that hear of a picture at the same moment place it once', async () => {
  const { clock, engine, bytes, desk } = await open()
  engine.onRun = () => undefined
  const mine = await desk()
  for (const brief of ['a knight', 'a fox', 'a nurse']) await mine.press(brief)
  const run = await engine.started(8)
  let claims = 0
  const counting: Fetch = (input, init) => {
    if (addressOf(input).endsWith('/claim')) claims += 1
    return fetch(input, init)
  }
  const frames = structuredClone(mine.canvas.state.frames)
  const hers = await desk({ frames, fetch: counting })
  await hers.isConnected()
  expect(run.watchers()).toBe(1)
  engine.runs.forEach(({ say }) => say({ type: 'finished', bytes }))
  engine.onRun = ({ say }) => say({ type: 'finished', bytes })
  const placed = () =>
    [...mine.drafts(), ...hers.drafts()].map(({ job, index }) => `${job} ${index}`)
  await eventually(() => {
    clock.advance(1000)
    expect(placed()).toHaveLength(12)
  })
  expect(new Set(placed()).size).toBe(12)
  expect(claims).toBeGreaterThan(0)
})
