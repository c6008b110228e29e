import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeReference } from '../../../../server/engines/replicate/picture/encode-reference.ts'
import { readReference } from '../../../../server/engines/read-reference.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'
import type { FileId } from '../../../../shared/ids.ts'
import { containing, matching } from './matchers.ts'
import type { Bench } from './open-engine.ts'
import { NEVER, openBench, PICTURE } from './open-engine.ts'

const FILE = 'a'.repeat(64) as FileId
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#30a06080' } })
const noise = (side: number) =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 90 },
    },
  })

let bench: Bench
beforeEach(async () => {
  const bytes = new Uint8Array(await flat(600, 1200).png().toBuffer())
  bench = await openBench({
    files: { read: (id) => Promise.resolve(id === FILE ? bytes : null) },
  })
})
afterEach(() => bench.close())

const following = (file = FILE, strength = 0.7) =>
  ({
    ...PICTURE,
    width: 512,
    height: 1024,
    reference: { file, use: 'follow', strength },
  }) as const

describe('a picture with a reference', () => {
  it.each(['maker/nua-figurine', 'black-forest-labs/flux-dev', 'stability-ai/sdxl'])(
    'is drawn over it by %s, in exactly the size of the request',
    async (model) => {
      const [end, ...more] = (await bench.draw({ ...following(), model })).filter(
        ({ type }) => type !== 'progress',
      )
      expect(more).toEqual([])
      const header = end!.type === 'finished' ? readImageHeader(end!.bytes) : null
      expect(header).toMatchObject({ width: 512, height: 1024 })
      expect(JSON.parse(bench.fake.ledger[0]!.input)).toMatchObject({
        prompt_strength: 0.7,
        image: matching(/^data:/),
      })
      bench.fake.expectClean()
    },
  )

  it('is found again when its start was lost', async () => {
    const dispatchedAt = bench.clock.now()
    bench.fake.script.next({ on: 'createPrediction', respond: 'reset-after-accept' })
    const picture = following()
    await expect(bench.engine.start(picture, NEVER)).rejects.toMatchObject({ code: 'timeout' })
    expect(await bench.engine.recover({ picture, dispatchedAt, owned: [] }, NEVER)).toMatchObject({
      id: bench.fake.ledger[0]!.id,
    })
  })

  it('is not started without its pixels', async () => {
    await expect(bench.engine.start(following('b'.repeat(64) as FileId), NEVER)).rejects.toThrow(
      /reference is not on the proxy any more/,
    )
    expect(bench.fake.ledger).toEqual([])
  })

  it('is drawn without it, and says so, in a use that the model does not have', async () => {
    const events = await bench.draw({ reference: { file: FILE, use: 'likeness', strength: 0.5 } })
    expect(events[0]).toMatchObject({
      type: 'warning',
      message: containing('drawn without it'),
    })
  })
})

describe('a reference on its way', () => {
  const encode = async (bytes: Uint8Array<ArrayBuffer>, size = { width: 1024, height: 1024 }) => {
    const files = { read: () => Promise.resolve(bytes) }
    return encodeReference(await readReference(files, FILE, size))
  }

  it('is a small upright JPEG without metadata, the same each time', async () => {
    const photo = await flat(2000, 1000)
      .jpeg()
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'secret place' } } })
      .toBuffer()
    const url = await encode(photo, { width: 512, height: 1024 })
    const sent = Buffer.from(url.split(',')[1]!, 'base64')
    const { width, height, exif, icc, xmp } = await sharp(sent).metadata()
    expect({ width, height, exif, icc, xmp }).toEqual({ width: 512, height: 1024 })
    expect(await encode(photo, { width: 512, height: 1024 })).toBe(url)
  })

  it('is pressed harder the more there is in it, until it is small enough', async () => {
    const hard = await encode(await noise(1024).png().toBuffer())
    const easy = await encode(await flat(1024, 1024).png().toBuffer())
    for (const url of [hard, easy]) expect(url.length).toBeLessThanOrEqual(256_000)
    expect(hard.length).toBeGreaterThan(100_000)
  })
})
