import { expect, test } from 'vitest'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { createScriptedEngine } from '../../../fakes/scripted-engine.ts'
import { picture } from '../../../server/pictures.ts'
import { startProxy } from '../../../server/start-proxy.ts'
import { eventually } from '../eventually.ts'
import { addressOf, openDesk } from '../open-desk.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'

type Fetch = typeof fetch

/** How a line breaks: before the proxy has heard, after it has done as it was told, or in the middle of its answer. */
const BREAKS: Record<string, Fetch> = {
  'before it is asked': () => Promise.reject(new TypeError('Failed to fetch')),
  'before it has answered': async (input, init) => {
    await (await fetch(input, init)).body?.cancel()
    throw new TypeError('Failed to fetch')
  },
  'while it answers': async (input, init) => {
    const answer = await fetch(input, init)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const half = new ReadableStream({
      start: (controller) => {
        controller.enqueue(bytes.subarray(0, bytes.length / 2))
        controller.error(new TypeError('network error'))
      },
    })
    return new Response(half, answer)
  },
}

/** A disk that is full for a moment. */
const refuse: Fetch = () => {
  const error = { code: 'storage_full', message: 'The disk is full.', requestId: 'none' }
  return Promise.resolve(Response.json({ error }, { status: 507 }))
}

/** What is asked, by a part of its address, and by what in the panel's work. */
const QUESTIONS = {
  'the press': (address: string, method: string) =>
    method === 'POST' && address.endsWith('/v1/jobs'),
  'a claim': (address: string) => address.endsWith('/claim'),
  'a picture': (address: string) => address.includes('/v1/files/'),
  'the report of a placed picture': (address: string) => address.endsWith('/placed'),
}

const CASES = Object.entries(QUESTIONS).flatMap(([name, isMeant]) => [
  ...Object.entries(BREAKS).map(([when, broken]) => ({
    name,
    trouble: `the line breaks ${when}`,
    isMeant,
    broken,
  })),
  // She is told at once when her press finds no room.
  ...(name === 'the press'
    ? []
    : [{ name, trouble: 'the proxy refuses it for a moment', isMeant, broken: refuse }]),
])

test.each(CASES)('$name arrives although $trouble', async ({ isMeant, broken }) => {
  const clock = createManualClock()
  const engine = createScriptedEngine()
  const bytes = await picture()
  engine.onRun = (run) => run.say({ type: 'finished', bytes })
  const started = await startProxy({ engines: [engine] })
  let breaks = 3
  const flaky: Fetch = (input, init) =>
    isMeant(addressOf(input), init?.method ?? 'GET') && breaks-- > 0
      ? broken(input, init)
      : fetch(input, init)
  const { press, canvas, drafts } = await openDesk({
    port: started.port,
    token: started.proxy.token,
    fetch: flaky,
    clock,
  })
  const seen = new Set<string | null>()
  let isSent = false
  void press(BRIEF).then(() => (isSent = true))
  await eventually(async () => {
    clock.advance(500)
    canvas.state.frames.forEach(({ failure }) => seen.add(failure))
    expect(isSent).toBe(true)
    const { jobs } = await started.call('listJobs', '/v1/jobs')
    expect(jobs).toHaveLength(1)
    expect(jobs[0]!.outputs.filter(({ placed }) => placed)).toHaveLength(4)
  })
  expect(drafts().map(({ index }) => index)).toEqual([0, 1, 2, 3])
  expect([...seen]).toEqual([null])
})
