import sharp from 'sharp'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { versionId } from './models/model.ts'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'
import type { BadPicture, Fault } from './script.ts'

const MB = 1024 * 1024

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(async () => {
  await fake.stop()
  fake.expectClean()
})

const draw = async (version: string, input: object): Promise<string[]> => {
  const { id } = await fake.client.predictions.create({ version, input })
  fake.clock.advance(3000)
  const done = await fake.client.predictions.get(id)
  return v.parse(v.array(v.string()), done.output)
}

const one = async () => (await draw(versionId('maker/nua-sdxl'), { width: 64, height: 64 }))[0]!
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a picture', () => {
  it.each([
    ['a fine-tune', 'maker/nua-figurine second', { aspect_ratio: '16:9' }, 'webp', 1344, 768],
    [
      'a quarter',
      'maker/nua-figurine second',
      { megapixels: '0.25', output_format: 'jpg' },
      'jpeg',
      512,
      512,
    ],
    [
      'a size of its own',
      'maker/nua-figurine second',
      { aspect_ratio: 'custom', width: 300, height: 500, output_format: 'png' },
      'png',
      304,
      512,
    ],
    ['SDXL', 'maker/nua-sdxl', { width: 512, height: 768 }, 'png', 512, 768],
  ])('of %s has its type and size', async (_name, version, input, format, width, height) => {
    const [url] = await draw(versionId(version), { prompt: 'x', ...input })
    const response = await fetch(url!)
    expect(response.headers.get('content-type')).toBe(`image/${format}`)
    expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({ format, width, height })
  })

  it('takes the shape of the reference', async () => {
    const image = await sharp({
      create: { width: 640, height: 250, channels: 3, background: 'red' },
    })
      .png()
      .toBuffer()
    const [url] = await draw('black-forest-labs/flux-dev', {
      prompt: 'x',
      aspect_ratio: '1:1',
      image: `data:image/png;base64,${image.toString('base64')}`,
    })
    expect(await sharp(await bytesOf(await fetch(url!))).metadata()).toMatchObject({
      width: 640,
      height: 256,
    })
  })

  it('is the same again for the same seed, and another for another output', async () => {
    const [first, second] = await draw(versionId('maker/nua-sdxl'), {
      width: 64,
      height: 64,
      seed: 3,
      num_outputs: 2,
    })
    const [again] = await draw(versionId('maker/nua-sdxl'), { width: 64, height: 64, seed: 3 })
    const bytes = await bytesOf(await fetch(first!))
    expect(await bytesOf(await fetch(again!))).toEqual(bytes)
    expect(await bytesOf(await fetch(second!))).not.toEqual(bytes)
  })

  it('is gone when the data is removed', async () => {
    const url = await one()
    fake.script.removeData(fake.ledger[0]!.id)
    expect((await fetch(url)).status).toBe(404)
  })

  it('is words where the model is no picture model', async () => {
    const output = await draw(versionId('yorickvp/llava-13b'), {
      image: 'https://example.com/a.png',
      prompt: 'What is it?',
    })
    expect(output.join('')).toContain('figurine')
  })
})

describe('a bad delivery', () => {
  const deliver = async (respond: Fault | BadPicture, init?: RequestInit) => {
    const url = await one()
    fake.script.next({ on: 'delivery', respond })
    return { url, response: await fetch(url, init) }
  }

  it.each([
    ['empty', 'image/png', ''],
    ['html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['json', 'application/json', '{'],
    ['gif', 'image/png', 'GIF89a'],
  ] as const)('is %s once', async (bad, type, start) => {
    const { url, response } = await deliver(bad)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    const text = await response.text()
    expect(text.startsWith(start)).toBe(true)
    expect(text === '').toBe(bad === 'empty')
    await expect(sharp(await bytesOf(await fetch(url))).metadata()).resolves.toBeDefined()
  })

  it('is truncated', async () => {
    const { response } = await deliver('truncated')
    await expect(
      sharp(await bytesOf(response))
        .raw()
        .toBuffer(),
    ).rejects.toThrow()
  })

  it.each([
    ['huge', String(50 * MB)],
    ['huge-unannounced', null],
  ] as const)('is %s', async (bad, length) => {
    const { response } = await deliver(bad)
    expect(response.headers.get('content-length')).toBe(length)
    let bytes = 0
    for await (const piece of response.body!) bytes += piece.length
    expect(bytes).toBe(50 * MB)
  })

  it('leads elsewhere', async () => {
    const { response } = await deliver(
      { redirectTo: 'http://169.254.169.254/' },
      { redirect: 'manual' },
    )
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('http://169.254.169.254/')
  })

  it('breaks off in the middle', async () => {
    const { response } = await deliver('cut')
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0)
    await expect(response.arrayBuffer()).rejects.toThrow()
  })

  it('trickles in', async () => {
    const { response } = await deliver({ slowMs: 8000 })
    let arrived = false
    const bytes = bytesOf(response).then((all) => {
      arrived = true
      return all
    })
    const tick = () => fake.clock.advance(1000)
    for (let second = 0; second < 7; second += 1) {
      tick()
      await new Promise(setImmediate)
    }
    expect(arrived).toBe(false)
    await expect.poll(() => (tick(), arrived)).toBe(true)
    await expect(sharp(await bytes).metadata()).resolves.toMatchObject({ width: 64 })
  })
})
