import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { EngineEvent, PictureRequest } from '../../../../server/engines/engine.ts'
import { createSampleEngine } from '../../../../server/engines/sample/create-sample-engine.ts'
import type { FileId } from '../../../../shared/ids.ts'
import { collect } from '../../../conformance/collect.ts'

const FILE = 'a'.repeat(64) as FileId
const never = new AbortController().signal

const SIZE = { width: 512, height: 384 }
const PICTURE: PictureRequest = {
  brief: 'woman with glasses',
  prompt: '',
  seed: 7,
  index: 0,
  aspectRatio: '1:1',
  ...SIZE,
  format: 'png',
  steps: 28,
  guidance: 3,
  loraScale: 1,
  model: null,
}

/** Half of it of one colour, half of another one. */
const photo = (left = '#2060c0', right = '#c02030') =>
  sharp({ create: { width: 1024, height: 768, channels: 3, background: left } })
    .composite([
      {
        input: { create: { width: 512, height: 768, channels: 3, background: right } },
        left: 512,
        top: 0,
      },
    ])
    .png()
    .toBuffer()

const run = async (
  bytes: Uint8Array<ArrayBuffer> | null,
  strength: number,
  change: Partial<PictureRequest> = {},
): Promise<readonly EngineEvent[]> => {
  const engine = createSampleEngine({
    durationMs: 0,
    files: { read: (id) => Promise.resolve(id === FILE ? bytes : null) },
    now: Date.now,
  })
  const reference = { file: FILE, use: 'follow', strength } as const
  const handle = await engine.start({ ...PICTURE, reference, ...change }, never)
  return collect(engine.watch(handle, never))
}

const draw = async (...request: Parameters<typeof run>): Promise<Buffer> => {
  const events = await run(...request)
  const last = events.at(-1)
  if (last?.type !== 'finished') throw new Error(`There is no picture: ${JSON.stringify(last)}`)
  expect(events).toEqual([last])
  return Buffer.from(last.bytes)
}

const alone = async (): Promise<Buffer> => {
  const engine = createSampleEngine({
    durationMs: 0,
    files: { read: () => Promise.reject(new Error('There is no reference to read.')) },
    now: Date.now,
  })
  const [event] = await collect(engine.watch(await engine.start(PICTURE, never), never))
  if (event?.type !== 'finished') throw new Error('There is no picture.')
  return Buffer.from(event.bytes)
}

const pixels = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer()

/** How far two pictures of one size are apart, by their channels from 0 to 255. */
const distance = async (one: Uint8Array, other: Uint8Array): Promise<number> => {
  const [a, b] = await Promise.all([pixels(one), pixels(other)])
  expect(a.length).toBe(b.length)
  return a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length
}

describe('a reference of the sample engine', () => {
  it('is a filtered photo at 0, is not seen at 1, and shows through between', async () => {
    const reference = await photo()
    const shown = await sharp(reference).resize(SIZE).png().toBuffer()
    const [close, half, free] = await Promise.all([0, 0.5, 1].map((one) => draw(reference, one)))
    expect(await distance(close!, shown)).toBeGreaterThan(3)
    expect(await distance(close!, shown)).toBeLessThan(18)
    expect(free!.equals(await alone())).toBe(true)
    const [toPhoto, toDrawing] = [await distance(half!, close!), await distance(half!, free!)]
    expect(toPhoto).toBeGreaterThan(20)
    expect(toDrawing).toBeGreaterThan(20)
    expect(Math.abs(toPhoto - toDrawing)).toBeLessThan(3)
  })

  it('gives the same bytes for the same brief, seed, reference and strength, and others for others', async () => {
    const reference = await photo()
    const first = await draw(reference, 0.5)
    expect(first.equals(await draw(reference, 0.5))).toBe(true)
    const others = [
      await draw(reference, 0.5, { brief: 'man with a beard' }),
      await draw(reference, 0.5, { seed: 8 }),
      await draw(reference, 0.6),
      await draw(await photo('#20c060'), 0.5),
    ]
    for (const other of others) expect(other.equals(first)).toBe(false)
  })

  it.each([0, 0.35, 1])('leaves the SAMPLE mark in sight at %f', async (strength) => {
    for (const colour of ['#000000', '#ffffff']) {
      const bytes = await draw(await photo(colour, colour), strength)
      const { width, height } = SIZE
      const mark = { left: width - 72, top: height - 22, width: 62, height: 12 }
      // Light letters on a dark ground.
      const values = await sharp(bytes).extract(mark).raw().toBuffer()
      expect(Math.min(...values)).toBeLessThan(130)
      expect(Math.max(...values)).toBeGreaterThan(225)
    }
  })

  it('fills the picture upright, whatever its file is like', async () => {
    const tall = await photo()
    const files = {
      turned: sharp(tall).jpeg().withMetadata({ orientation: 6 }),
      grey: sharp(tall).greyscale().png(),
      clear: sharp(tall).ensureAlpha(0.5).png(),
    }
    for (const file of Object.values(files)) {
      const bytes = await draw(await file.toBuffer(), 0, { width: 384, height: 512 })
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 384, height: 512, channels: 3 })
    }
    const turned = await draw(await files.turned.toBuffer(), 0, { width: 384, height: 512 })
    const [red, , blue] = await sharp(turned).raw().toBuffer()
    expect(blue).toBeGreaterThan(red! + 80)
  })

  it.each([
    ['gone', null, /not on the proxy any more/],
    ['damaged', new Uint8Array([1, 2, 3]), /cannot be read any more/],
  ])('that is %s fails in words, and costs nothing', async (_, bytes, words) => {
    const [event, ...more] = await run(bytes, 0.5)
    expect(more).toEqual([])
    expect(event).toMatchObject({ type: 'failed', error: { charged: 'no' } })
    expect(event?.type === 'failed' && event.error.message).toMatch(words)
  })
})
