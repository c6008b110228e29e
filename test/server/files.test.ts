import { createHash } from 'node:crypto'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import sharp from 'sharp'
import * as v from 'valibot'
import { StoredFile, UPLOAD_LIMIT } from '../../shared/contract/index.ts'
import { jobRequest } from './job-request.ts'
import { flatPng, picture } from './pictures.ts'
import { startProxy } from './start-proxy.ts'

const as = (type: string) => ({ 'content-type': type })

describe('files', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
  ] as const)('keeps a %s and gives it back, forever cacheable', async (format, type) => {
    const { request } = await startProxy()
    const bytes = await picture(format, { width: 30, height: 20 })
    const stored = await request('/v1/files', { body: bytes, headers: as(type) })
    expect(stored.status).toBe(201)
    const file = v.parse(StoredFile, await stored.json())
    expect(file).toEqual({
      id: createHash('sha256').update(bytes).digest('hex'),
      type,
      width: 30,
      height: 20,
      bytes: bytes.length,
    })
    const back = await request(`/v1/files/${file.id}`)
    expect(back.headers.get('content-type')).toBe(type)
    expect(back.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('gives back a picture made small, upright and never larger', async () => {
    const { request, refusal } = await startProxy()
    const keep = async (bytes: Buffer) => {
      const answer = await request('/v1/files', { body: bytes, headers: as('image/jpeg') })
      return v.parse(StoredFile, await answer.json()).id
    }
    const small = async (id: string) => {
      const answer = await request(`/v1/files/${id}?side=256`)
      expect(answer.headers.get('content-type')).toBe('image/webp')
      return sharp(await answer.arrayBuffer()).metadata()
    }
    const wide = await picture('jpeg', { width: 800, height: 400 })
    const turned = await sharp(wide).withMetadata({ orientation: 6 }).toBuffer()
    expect(await small(await keep(turned))).toMatchObject({ width: 128, height: 256 })
    const tiny = await keep(await picture('jpeg'))
    expect(await small(tiny)).toMatchObject({ width: 8, height: 8 })
    expect(await refusal(`/v1/files/${tiny}?side=9000`)).toMatchObject({ status: 400 })
  })

  it('takes the largest picture that the canvas takes', async () => {
    const { request } = await startProxy()
    const stored = await request('/v1/files', { body: flatPng(4096), headers: as('image/png') })
    expect(stored.status).toBe(201)
  })

  it('takes a content type with parameters and in capitals', async () => {
    const { request } = await startProxy()
    const headers = as('IMAGE/PNG; charset=binary')
    expect((await request('/v1/files', { body: await picture(), headers })).status).toBe(201)
  })

  it('says that a picture is damaged, and shows its job all the same', async () => {
    const { data, create, ended, refusal, job, logged } = await startProxy()
    const done = await ended((await create(jobRequest())).id)
    const { file } = done.outputs[0]!
    truncateSync(join(data, 'files', file.slice(0, 2), file), 100)
    const damaged = {
      status: 404,
      code: 'not_found',
      message: expect.stringMatching(/damaged.*Draw or select it again/) as string,
    }
    expect(await refusal(`/v1/files/${file}`)).toMatchObject(damaged)
    expect(await refusal(`/v1/files/${file}`)).toMatchObject(damaged)
    expect(await job(done.id)).toEqual(done)
    expect(logged.filter((line) => line.includes(file))).toHaveLength(1)
  })

  it('does not have what nobody sent', async () => {
    const { refusal } = await startProxy()
    expect(await refusal(`/v1/files/${'a'.repeat(64)}`)).toMatchObject({
      status: 404,
      code: 'not_found',
    })
  })

  it.each(['x', '..%2Ftoken', '..%2f..%2ftoken', 'A'.repeat(64), `${'a'.repeat(64)}%00`])(
    'refuses the id %s',
    async (id) => {
      const { refusal } = await startProxy()
      expect(await refusal(`/v1/files/${id}`)).toMatchObject({
        status: 400,
        code: 'invalid_request',
      })
    },
  )
})

describe('a bad picture', () => {
  const truncated = async (format: 'png' | 'jpeg', keep: number) => {
    const bytes = await picture(format, { width: 300, height: 200 })
    return bytes.subarray(0, Math.floor(bytes.length * keep))
  }
  const png = as('image/png')
  const jpeg = as('image/jpeg')

  it.each([
    [
      'PNG named JPEG',
      () => picture('png'),
      jpeg,
      415,
      'unsupported_media_type',
      /sent as image\/jpeg/,
    ],
    [
      'JPEG named PNG',
      () => picture('jpeg'),
      png,
      415,
      'unsupported_media_type',
      /sent as image\/png/,
    ],
    [
      'GIF',
      () => Buffer.from('GIF89a'),
      as('image/gif'),
      415,
      'unsupported_media_type',
      /image\/png/,
    ],
    ['no content type', () => picture(), as(''), 415, 'unsupported_media_type', /image\/png/],
    [
      'text named PNG',
      () => Buffer.from('hello'),
      png,
      400,
      'invalid_request',
      /not a PNG or JPEG/,
    ],
    ['nothing', () => Buffer.alloc(0), png, 400, 'invalid_request', /not a PNG or JPEG/],
    ['truncated PNG', () => truncated('png', 0.8), png, 400, 'invalid_request', /damaged/],
    ['header of a PNG', () => truncated('png', 0.1), png, 400, 'invalid_request', /damaged/],
    ['truncated JPEG', () => truncated('jpeg', 0.8), jpeg, 400, 'invalid_request', /damaged/],
    ['4,097 pixels', () => flatPng(4097), png, 400, 'invalid_request', /4097 × 4097.*4096/],
    ['20,000 × 20,000', () => flatPng(20_000), png, 400, 'invalid_request', /20000 × 20000/],
  ] as const)('%s', async (_, make, headers, status, code, message) => {
    const { refusal } = await startProxy()
    const refused = await refusal('/v1/files', { body: await make(), headers })
    expect(refused).toMatchObject({ status, code })
    expect(refused.message).toMatch(message)
  })

  it('is refused unopened when it would unpack to a lot', async () => {
    const { refusal } = await startProxy()
    const before = process.memoryUsage().rss
    await refusal('/v1/files', { body: flatPng(20_000), headers: png })
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  it.each(['announced', 'in chunks'])('is cut off at the limit, %s', async (way) => {
    const { refusal } = await startProxy()
    const bytes = Buffer.alloc(UPLOAD_LIMIT + 1)
    const body = way === 'announced' ? bytes : new Blob([bytes]).stream()
    expect(await refusal('/v1/files', { body, headers: png })).toMatchObject({
      status: 413,
      code: 'payload_too_large',
      message: 'This is too large to send; the limit is 20 MB.',
    })
  })
})
