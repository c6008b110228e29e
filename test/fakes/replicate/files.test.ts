import { request } from 'node:http'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'
import { WireFile } from './wire-schemas.ts'

const DAY_MS = 86_400_000

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(async () => {
  await fake.stop()
  fake.expectClean()
})

it('keeps an uploaded file for a day, and shows its facts but not its bytes', async () => {
  const blob = new Blob(['hello'], { type: 'text/plain' })
  const created = v.parse(WireFile, await fake.client.files.create(blob, { piece: 'fig-01' }))
  expect(created).toMatchObject({
    content_type: 'text/plain',
    size: 5,
    metadata: { piece: 'fig-01' },
    checksums: { sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' },
    urls: { get: `${fake.url}/v1/files/${created.id}` },
  })
  expect(Date.parse(created.expires_at) - Date.parse(created.created_at)).toBe(DAY_MS)
  expect(await fake.client.files.get(created.id)).toEqual(created)
  expect((await fake.client.files.list()).results).toEqual([created])
  fake.clock.advance(DAY_MS)
  await expect(fake.client.files.get(created.id)).rejects.toThrow('File not found')
})

it('deletes a file', async () => {
  const { id } = await fake.client.files.create(Buffer.from('hello'))
  expect(await fake.client.files.delete(id)).toBe(true)
  await expect(fake.client.files.get(id)).rejects.toThrow('404')
})

it('gives no bytes without a signed link', async () => {
  const { id } = await fake.client.files.create(Buffer.from('hello'))
  const link = `${fake.url}/v1/files/${id}/download?owner=maker&expiry=9999999999&signature=x`
  expect((await fetch(link)).status).toBe(404)
})

it('refuses more than 100 MB', async () => {
  const answer = await new Promise<{ status?: number; text: string }>((resolve, reject) => {
    const sending = request(
      `${fake.url}/v1/files`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${fake.token}`,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 101 * 1024 * 1024,
        },
      },
      (response) => {
        let text = ''
        response.on('data', (piece: Buffer) => (text += piece.toString()))
        response.on('end', () => {
          resolve({ status: response.statusCode, text })
          sending.destroy()
        })
      },
    )
    sending.on('error', reject)
    sending.flushHeaders()
  })
  expect(answer).toEqual({
    status: 413,
    text: '{"detail":"Files must be less than 100MB in size"}',
  })
})

it('runs on an uploaded picture', async () => {
  const { urls } = await fake.client.files.create(new Blob(['no picture'], { type: 'image/png' }))
  const { id } = await fake.client.predictions.create({
    model: 'black-forest-labs/flux-dev',
    input: { prompt: 'x', image: urls.get },
  })
  fake.clock.advance(3000)
  expect(await fake.client.predictions.get(id)).toMatchObject({
    status: 'failed',
    error: 'cannot identify image file',
  })
})
