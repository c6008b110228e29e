import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EngineEvent } from '../../../../server/engines/engine.ts'
import { RUN_ERRORS } from '../../../fakes/replicate/run-errors.ts'
import type { RunScript } from '../../../fakes/replicate/script.ts'
import { closeTo, containing } from './matchers.ts'
import type { Bench } from './open-engine.ts'
import { NEVER, openBench, PICTURE } from './open-engine.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const last = (events: readonly EngineEvent[]) => events.at(-1)!
const notes = (events: readonly EngineEvent[]) => [
  ...new Set(events.flatMap((event) => (event.type === 'progress' ? [event.note] : []))),
]
const fractions = (events: readonly EngineEvent[]) =>
  events.flatMap((event) =>
    event.type === 'progress' && event.fraction !== null ? [event.fraction] : [],
  )
const drawWith = (script: RunScript) => {
  bench.fake.script.run(script)
  return bench.draw()
}

describe('a run', () => {
  it('tells what happens, how far it is and how long it takes', async () => {
    const events = await drawWith({ runMs: 8000 })
    expect(notes(events)).toEqual([
      'Waiting for a machine at Replicate',
      'Drawing',
      'Fetching the picture',
    ])
    const progress = events.filter((event) => event.type === 'progress')
    const halfway = progress.find(({ fraction }) => fraction !== null && fraction >= 0.5)!
    expect(halfway.secondsLeft).toBeGreaterThan(2)
    expect(halfway.secondsLeft).toBeLessThan(4.5)
  })

  it.each(['lines', 'carriage-returns'] as const)('is followed by its logs in %s', async (logs) => {
    const seen = fractions(await drawWith({ runMs: 8000, logs }))
    expect(seen.length).toBeGreaterThan(4)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('without logs is followed by its usual time', async () => {
    const events = await drawWith({ runMs: 8000, logs: 'none' })
    expect(last(events)).toMatchObject({ type: 'finished' })
    expect(notes(events)).toContain('Getting ready')
    expect(bench.fake.count('getPrediction')).toBeLessThan(35)
  })

  it('is asked about where its bar ends, not on a blind interval', async () => {
    await drawWith({ startMs: 1000, runMs: 20_000 })
    expect(bench.fake.count('getPrediction')).toBeLessThan(35)
    const seen = bench.fake.calls.filter(({ kind }) => kind === 'getPrediction').at(-1)!.at
    const accepted = Date.parse(bench.fake.ledger[0]!.createdAt)
    expect(seen - (accepted + 21_000)).toBeLessThan(200)
  })

  it('that waits for a cold machine says so', async () => {
    expect(notes(await drawWith({ startMs: 90_000 }))).toContain(
      'Waking the model, usually 30–120 s',
    )
  })

  it('costs what its time costs', async () => {
    expect(last(await drawWith({ predictTime: 6.917 }))).toMatchObject({
      type: 'finished',
      seconds: 6.917,
      cost: { usd: closeTo(6.917 * 0.001525), estimate: true },
    })
  })

  it('teaches the usual time and price of its version', async () => {
    const before = await bench.engine.describe('maker/nua-figurine', NEVER)
    expect(before.capabilities.secondsPerPicture).toBe(6.9)
    for (const predictTime of [3, 4, 20]) await drawWith({ predictTime })
    const { capabilities } = await bench.engine.describe('maker/nua-figurine', NEVER)
    expect(capabilities.secondsPerPicture).toBe(4)
    expect(capabilities.pricePerPicture).toEqual({
      usd: closeTo(4 * 0.001525),
      estimate: true,
    })
  })

  it('never falls back, also when a second bar begins', async () => {
    const bars = [10, 20, 3, 15, 28].map((at) => ` 1%|█    | ${at}/28 [00:01<00:01, 10.0it/s]`)
    let asked = 0
    const twoBars: typeof fetch = async (input, init) => {
      const response = await fetch(input, init)
      if (!/predictions\/\w+$/.test(new Request(input).url)) return response
      const answer = (await response.json()) as { status: string }
      return Response.json(
        answer.status === 'processing' ? { ...answer, logs: bars[asked++] ?? '' } : answer,
      )
    }
    const refined = await openBench({ fetch: twoBars })
    refined.fake.script.run({ runMs: 8000 })
    const seen = fractions(await refined.draw())
    expect(asked).toBeGreaterThan(bars.length - 1)
    expect(seen.slice(0, 4)).toEqual([10 / 28, 20 / 28, 20 / 28, 20 / 28])
    await refined.close()
  })

  it('says first what could not be kept of her settings', async () => {
    const [first] = await bench.draw({ steps: 80 })
    expect(first).toEqual({
      type: 'warning',
      message: 'This model takes 1 to 50 for steps: drawn with 50 instead of 80.',
    })
  })
})

describe('a run that does not end well', () => {
  it.each<[string, RunScript, object, RegExp]>([
    ['aborted', { outcome: 'abort' }, { code: 'engine_failed', charged: 'no' }, /before it began/],
    [
      'failed',
      { outcome: { fail: RUN_ERRORS.cuda } },
      { code: 'out_of_memory', charged: 'yes' },
      /smaller shape/,
    ],
    [
      'blocked by the filter',
      { outcome: { nsfw: 'all' } },
      { code: 'blocked_by_filter', charged: 'yes' },
      /false alarm/,
    ],
    ['without output', { output: () => [] }, { code: 'bad_answer', charged: 'yes' }, /without a/],
    ['with words', { output: () => ['a', 'b'] }, { code: 'bad_answer' }, /without a picture/],
  ])('%s', async (_, script, error, words) => {
    const end = last(await drawWith(script))
    expect(end).toMatchObject({ type: 'failed', error })
    expect(end.type === 'failed' && end.error.message).toMatch(words)
  })

  it('costs nothing where nothing was charged', async () => {
    expect(last(await drawWith({ outcome: 'abort' }))).toMatchObject({ cost: { usd: 0 } })
    expect(
      last(await drawWith({ outcome: { fail: RUN_ERRORS.cuda }, predictTime: 4 })),
    ).toMatchObject({ cost: { usd: closeTo(4 * 0.001525) } })
  })

  it('is canceled by us, and its end says whether it was charged', async () => {
    bench.fake.script.run({ outcome: 'stuck-starting' })
    const handle = await bench.engine.start(PICTURE, NEVER)
    await bench.engine.cancel(handle)
    expect(last(await bench.follow(handle))).toMatchObject({
      type: 'failed',
      error: { code: 'canceled', charged: 'no' },
    })
  })

  it('loses its picture after an hour, and says so', async () => {
    const handle = await bench.engine.start(PICTURE, NEVER)
    bench.clock.advance(2 * 3_600_000)
    expect(last(await bench.follow(handle))).toMatchObject({
      type: 'failed',
      error: {
        code: 'expired',
        charged: 'yes',
        message: containing('Replicate deleted it'),
      },
    })
  })

  it('is unknown to Replicate', async () => {
    const handle = await bench.engine.start(PICTURE, NEVER)
    const lost = { ...(handle as object), id: 'a'.repeat(26) }
    expect(last(await bench.follow(lost))).toMatchObject({
      type: 'failed',
      error: { code: 'not_found', charged: 'maybe' },
    })
  })
})

describe('outputs of any shape', () => {
  it.each<[string, (urls: readonly string[]) => unknown]>([
    ['one address', ([url]) => url],
    ['an object', ([url]) => ({ text: 'done', img: url })],
    ['more pictures than asked for', ([url]) => [url, url, url]],
  ])('%s', async (_, output) => {
    const events = await drawWith({ output })
    expect(last(events)).toMatchObject({ type: 'finished' })
    expect(events.filter(({ type }) => type === 'warning')).toHaveLength(
      output(['x'])?.constructor === Array ? 1 : 0,
    )
  })

  it('a data address', async () => {
    const png =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const events = await drawWith({ output: () => png })
    expect(last(events)).toMatchObject({ type: 'finished' })
    expect(bench.fake.count('delivery')).toBe(0)
  })
})

describe('trouble on the way', () => {
  it('of five minutes loses nothing and sends nothing again', async () => {
    const handle = await bench.engine.start(PICTURE, NEVER)
    const down = { status: 502, body: '<h1>Bad gateway</h1>' }
    bench.fake.script.next({ on: 'getPrediction', respond: down, times: 22 })
    const events = await bench.follow(handle)
    expect(last(events)).toMatchObject({ type: 'finished' })
    expect(notes(events)).toContain(
      'Replicate does not answer. The picture is safe there for an hour; asking again.',
    )
    const failed = bench.fake.calls.filter(({ status }) => status === 502)
    expect(failed.at(-1)!.at - failed[0]!.at).toBeGreaterThan(5 * 60_000)
    expect(bench.fake.count('createPrediction')).toBe(1)
  })

  it('with the token keeps the picture waiting, and says what to do', async () => {
    const handle = await bench.engine.start(PICTURE, NEVER)
    const refused = { status: 401, body: { title: 'Unauthenticated' } }
    bench.fake.script.next({ on: 'getPrediction', respond: refused, times: 3 })
    const events = await bench.follow(handle)
    expect(notes(events).join()).toContain('Replicate does not accept the token any more.')
    expect(last(events)).toMatchObject({ type: 'finished' })
  })

  it.each(['reset-before', 'cut'] as const)('of one question (%s) is no news', async (respond) => {
    bench.fake.script.next({ on: 'getPrediction', respond })
    const events = await bench.draw()
    expect(last(events)).toMatchObject({ type: 'finished' })
    expect(notes(events).join()).not.toContain('does not answer')
  })

  it('waits as long as a 429 asks', async () => {
    const handle = await bench.engine.start(PICTURE, NEVER)
    const respond = { status: 429, body: {}, headers: { 'retry-after': '20' } }
    bench.fake.script.next({ on: 'getPrediction', respond })
    await bench.follow(handle)
    const [refused, next] = bench.fake.calls.filter(({ kind }) => kind === 'getPrediction')
    expect(next!.at - refused!.at).toBeGreaterThanOrEqual(20_000)
  })
})

describe('fifty runs at once', () => {
  it('stay within 3,000 calls a minute', async () => {
    const handles = await Promise.all(
      Array.from({ length: 50 }, (_, seed) => bench.engine.start({ ...PICTURE, seed }, NEVER)),
    )
    const start = bench.clock.now()
    const ends = await Promise.all(handles.map((handle) => bench.follow(handle)))
    expect(ends.every((events) => last(events).type === 'finished')).toBe(true)
    const minutes = (bench.clock.now() - start) / 60_000
    const asked = bench.fake.count('getPrediction')
    expect(asked).toBeLessThan(50 * 20)
    expect(asked).toBeLessThanOrEqual(3000 * minutes + 50)
  })
})
