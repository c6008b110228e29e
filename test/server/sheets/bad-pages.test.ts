import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { plainPage } from '../../sheets/plain-page.ts'
import { flatPng } from '../pictures.ts'
import { openSheets } from './open-sheets.ts'

const png = { 'content-type': 'image/png' }

describe('a page to clean', { timeout: 60_000 }, () => {
  it.each([
    ['12,001 pixels wide', () => flatPng(12_001), 400, /12001 × 12001.*12000/],
    ['12,000 × 9,000', () => flatPng(12_000, 9_000), 400, /108 megapixels.*80/],
    ['a bomb', () => flatPng(20_000), 400, /20000 × 20000/],
    ['half of it', async () => (await plainPage()).subarray(0, 5_000), 400, /damaged/],
    ['an animated GIF', () => Buffer.from('GIF89a'), 400, /not a PNG or JPEG/],
  ] as const)('is refused: %s', async (_, make, status, message) => {
    const { refusal, call } = await openSheets()
    const refused = await refusal('/v1/files?for=sheet', { body: await make(), headers: png })
    expect(refused.status).toBe(status)
    expect(refused.message).toMatch(message)
    expect((await call('listSheets', '/v1/sheets')).sheets).toEqual([])
  })

  it('may be larger than what the canvas takes', async () => {
    const { request, refusal } = await openSheets()
    const body = flatPng(4_200)
    expect((await request('/v1/files?for=sheet', { body, headers: png })).status).toBe(201)
    expect(await refusal('/v1/files', { body, headers: png })).toMatchObject({ status: 400 })
    expect(await refusal('/v1/files?for=else', { body, headers: png })).toMatchObject({
      status: 400,
    })
  })

  it('has to be on the proxy', async () => {
    const { refusal } = await openSheets()
    expect(await refusal('/v1/sheets', { json: { file: 'a'.repeat(64) } })).toMatchObject({
      status: 400,
      message: expect.stringContaining('not on the proxy') as string,
    })
  })

  it('says when nothing stands on it, and leaves no picture behind', async () => {
    const { sendPage, create, ended, call } = await openSheets()
    const flat = await sharp({
      create: { width: 400, height: 300, channels: 3, background: '#abcdef' },
    })
      .png()
      .toBuffer()
    const { id } = await create(await sendPage(flat))
    const sheet = await ended(id)
    expect(sheet).toMatchObject({
      state: 'failed',
      error: { code: 'nothing_found', message: expect.stringContaining('Draw a box') as string },
      preview: null,
      pieces: [],
    })
    const cell = { x: 10, y: 10, w: 300, h: 200 }
    await call('setSheetPieces', `/v1/sheets/${id}/pieces`, { json: { pieces: [{ cell }] } })
    expect(await ended(id)).toMatchObject({
      state: 'succeeded',
      pieces: [{ cell, flags: expect.arrayContaining(['no_figure']) as string[] }],
    })
  })

  it('may be a JPEG for print', async () => {
    const { sendPage, create, ended } = await openSheets()
    const page = await sharp(await plainPage())
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    const sheet = await ended((await create(await sendPage(page))).id)
    expect(sheet).toMatchObject({ state: 'succeeded' })
    expect(sheet.pieces).toHaveLength(2)
  })
})
