import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Engine, EngineEvent, PictureRequest } from '../../../../server/engines/engine.ts'
import { createSampleEngine } from '../../../../server/engines/sample/create-sample-engine.ts'
import { SIZES } from '../../../../shared/aspect-ratio.ts'
import type { AspectRatio } from '../../../../shared/aspect-ratio.ts'
import type { Json } from '../../../../shared/json.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'
import { collect } from '../../../conformance/collect.ts'
import { NO_FILES } from './no-files.ts'

const never = new AbortController().signal

const small: PictureRequest = {
  brief: 'woman with glasses',
  prompt: '',
  seed: 7,
  index: 0,
  aspectRatio: '1:1',
  width: 96,
  height: 96,
  format: 'png',
  steps: 28,
  guidance: 3,
  loraScale: 1,
  model: null,
}

/** An engine on a clock that only its own waiting moves. */
const onOwnClock = (durationMs: number) => {
  const clock = { now: 1_000_000, waited: 0 }
  const engine = createSampleEngine({
    durationMs,
    files: NO_FILES,
    now: () => clock.now,
    delay: (ms) => {
      clock.now += ms
      clock.waited += ms
      return Promise.resolve()
    },
  })
  return { engine, clock }
}

const run = async (
  picture: Partial<PictureRequest>,
  engine: Engine = createSampleEngine({ durationMs: 0, files: NO_FILES, now: Date.now }),
): Promise<readonly EngineEvent[]> => {
  const handle = await engine.start({ ...small, ...picture }, never)
  return collect(engine.watch(handle, never))
}

const draw = async (picture: Partial<PictureRequest>): Promise<Uint8Array> => {
  const last = (await run(picture)).at(-1)
  if (last?.type !== 'finished') throw new Error('There is no picture.')
  return last.bytes
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const warnings = async (picture: Partial<PictureRequest>) =>
  (await run(picture)).flatMap((event) => (event.type === 'warning' ? [event.message] : []))

describe('a picture of the sample engine', () => {
  it('is the same bytes for the same request, in another process, too', async () => {
    const engine = createSampleEngine({ durationMs: 0, files: NO_FILES, now: Date.now })
    const handle = await engine.start({ ...small, width: 512, height: 512 }, never)
    const here = hash(await draw({ width: 512, height: 512 }))
    const script = join(import.meta.dirname, 'draw-in-process.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(handle)])
    expect(stdout).toBe(here)
  })

  it('is another one for each seed', async () => {
    const seeds = [0, 1, 2, 3, 4_294_967_295]
    const hashes = await Promise.all(seeds.map(async (seed) => hash(await draw({ seed }))))
    expect(new Set(hashes).size).toBe(seeds.length)
  })

  it.each(Object.keys(SIZES) as AspectRatio[])('fills %s exactly', async (aspectRatio) => {
    const size = SIZES[aspectRatio]
    const bytes = await draw({
      aspectRatio,
      ...size,
      brief: 'man in a top hat with a cape and a dog',
    })
    expect(readImageHeader(bytes)).toEqual({ type: 'image/png', ...size })
    const { channels, space, exif, icc, hasAlpha } = await sharp(bytes).metadata()
    expect({ channels, space, exif, icc, hasAlpha }).toEqual({
      channels: 3,
      space: 'srgb',
      exif: undefined,
      icc: undefined,
      hasAlpha: false,
    })
    // Backdrop to every corner, and no figurine at the edges to its sides.
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [...data.subarray((y * size.width + x) * 3).subarray(0, 3)]
    const middle = Math.floor(size.height / 2)
    for (let y = 0; y < size.height; y += 8)
      for (const x of [0, size.width - 1]) expect(Math.min(...at(x, y))).toBeGreaterThan(180)
    expect(at(0, middle)).toEqual(at(size.width - 1, middle))
  })

  it('is a JPEG where one is asked for', async () => {
    const bytes = await draw({ format: 'jpg', width: 320, height: 200 })
    expect(readImageHeader(bytes)).toEqual({ type: 'image/jpeg', width: 320, height: 200 })
    expect((await sharp(bytes).metadata()).format).toBe('jpeg')
  })

  it('carries the SAMPLE mark, whatever is drawn', async () => {
    const mark = async (brief: string) => {
      const bytes = await draw({ brief, width: 512, height: 512, seed: 3 })
      return sharp(bytes).extract({ left: 415, top: 481, width: 82, height: 20 }).raw().toBuffer()
    }
    const marks = await Promise.all(['woman', 'three dogs', '🐉'].map(mark))
    for (const one of marks) {
      expect(Math.min(...one)).toBeLessThan(120)
      expect(Math.max(...one)).toBeGreaterThan(240)
    }
  })

  it.each([
    ['emoji', '🐉🎈 👩‍🚀'],
    ['right-to-left text', 'امرأة ترتدي نظارات'],
    ['the end of a script', '</script><svg onload="x">&amp;</svg>'],
    ['5,000 characters', 'woman with a velvet hat '.repeat(209).slice(0, 5000)],
    ['names of object fields', 'constructor __proto__ toString'],
    ['half a pair of surrogates', 'woman \ud83d cape'],
  ])('is drawn from %s', async (_, brief) => {
    expect(readImageHeader(await draw({ brief }))).toMatchObject({ width: 96, height: 96 })
  })
})

describe('warnings of the sample engine', () => {
  it('name the words that it does not know, in one sentence', async () => {
    expect(await warnings({ brief: 'a woman in velvet with a dragonfly' })).toEqual([
      'The sample engine does not know: "velvet", "dragonfly".',
    ])
    expect(await warnings({ brief: 'aa bb cc dd ee ff gg hh ii jj' })).toEqual([
      'The sample engine does not know: "aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh" and 2 more.',
    ])
  })

  it('name what it has no room for', async () => {
    expect(await warnings({ brief: 'man with a crown and a beret' })).toEqual([
      'The sample engine has no room left for: "crown".',
    ])
  })

  it('say that settings of a model change nothing', async () => {
    const [message] = await warnings({ steps: 12 })
    expect(message).toMatch('steps, guidance and LoRA strength change nothing')
    expect(await warnings({})).toEqual([])
    expect(hash(await draw({ steps: 12, guidance: 9, loraScale: 0 }))).toBe(hash(await draw({})))
  })
})

describe('a run of the sample engine', () => {
  it('reports its progress over its time', async () => {
    const { engine, clock } = onOwnClock(2000)
    const events = await run({}, engine)
    const progress = events.filter((event) => event.type === 'progress')
    expect(clock.waited).toBe(2000)
    expect(progress).toHaveLength(16)
    expect(progress[0]).toEqual({
      type: 'progress',
      fraction: 0,
      secondsLeft: 2,
      note: 'Sketching',
    })
    expect(progress[8]).toMatchObject({ fraction: 0.5, secondsLeft: 1, note: 'Colouring' })
    expect(events.at(-1)?.type).toBe('finished')
  })

  it('is finished at once where it takes no time', async () => {
    expect((await run({})).map(({ type }) => type)).toEqual(['finished'])
  })

  it('goes on after a restart from where its time stands', async () => {
    const before = onOwnClock(2000)
    const handle = await before.engine.start(small, never)
    const after = onOwnClock(2000)
    after.clock.now += 1500
    const events = await collect(after.engine.watch(handle, never))
    expect(after.clock.waited).toBe(500)
    expect(events[0]).toMatchObject({ type: 'progress', fraction: 0.75, secondsLeft: 0.5 })
    expect(events.at(-1)?.type).toBe('finished')
  })

  it('refuses a handle that is not its own', async () => {
    const engine = createSampleEngine({ durationMs: 0, files: NO_FILES, now: Date.now })
    const strange: Json = { id: 'p1' }
    await expect(collect(engine.watch(strange, never))).rejects.toThrow()
  })
})

describe('the switches in a brief', () => {
  const outcome = async (brief: string, index = 0) => (await run({ brief, index })).at(-1)

  it('#fail fails every picture, in words', async () => {
    for (const index of [0, 3])
      expect(await outcome('woman #fail', index)).toEqual({
        type: 'failed',
        error: {
          code: 'engine_failed',
          message:
            'The sample engine was told to fail this picture. Nothing was charged. Take #fail out of the brief and try again.',
          charged: 'no',
        },
      })
  })

  it('#fail:2 fails the second picture alone', async () => {
    const types = await Promise.all([0, 1, 2, 3].map((index) => outcome('woman #fail:2', index)))
    expect(types.map((event) => event?.type)).toEqual([
      'finished',
      'failed',
      'finished',
      'finished',
    ])
  })

  it('#slow takes five times as long', async () => {
    const { engine, clock } = onOwnClock(2000)
    await run({ brief: 'woman #slow' }, engine)
    expect(clock.waited).toBe(10_000)
  })

  it('#stuck ends when it is canceled, and only then', async () => {
    const engine = createSampleEngine({ durationMs: 0, files: NO_FILES, now: Date.now })
    const handle = await engine.start({ ...small, brief: 'woman #stuck' }, never)
    let ended = false
    const events = collect(engine.watch(handle, never)).finally(() => {
      ended = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(ended).toBe(false)
    await engine.cancel(handle)
    expect(await events).toEqual([])
  })

  it('#unavailable starts nothing', async () => {
    await expect(run({ brief: 'woman #unavailable' })).rejects.toMatchObject({
      name: 'AppError',
      code: 'engine_unavailable',
    })
  })

  it('are not words of the brief', async () => {
    expect(await warnings({ brief: 'woman #slow #fail:4' })).toEqual([])
    expect(hash(await draw({ brief: 'woman with glasses #slow' }))).toBe(hash(await draw({})))
    expect(await warnings({ brief: 'woman #failure' })).toEqual([
      'The sample engine does not know: "failure".',
    ])
  })
})
