import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../shared/contract/index.ts'
import { PLAIN, plainPage } from '../../sheets/plain-page.ts'
import { isReady, readEvents } from '../event-reader.ts'
import { openSheets } from './open-sheets.ts'

const near = ({ x, y, w, h }: Box) => ({
  x: expect.closeTo(x, -1) as number,
  y: expect.closeTo(y, -1) as number,
  w: expect.closeTo(w, -1) as number,
  h: expect.closeTo(h, -1) as number,
})

/** The darkest value in a part of a picture. */
const darkest = async (bytes: Buffer, { x, y, w, h }: Box): Promise<number> => {
  const { channels } = await sharp(
    await sharp(bytes).extract({ left: x, top: y, width: w, height: h }).toBuffer(),
  ).stats()
  return Math.min(...channels.map(({ min }) => min))
}

describe('a sheet', { timeout: 60_000 }, () => {
  it('becomes pieces without labels, with what is written as hints', async () => {
    const { sendPage, create, ended, file, call } = await openSheets()
    const page = await sendPage(await plainPage())
    const { id, state } = await create(page, 'Clay friends.png')
    expect(state).toBe('queued')
    expect((await create(page)).id).toBe(id)
    const sheet = await ended(id)
    expect(sheet).toMatchObject({
      state: 'succeeded',
      name: 'Clay friends.png',
      width: PLAIN.width,
      height: PLAIN.height,
      preview: { width: PLAIN.width, height: PLAIN.height },
      hints: { banner: ['Clay friends'], footer: [expect.stringContaining('120')] },
      pieces: PLAIN.cells.map((cell) => ({ cell: near(cell) })),
      edited: false,
    })
    const [first, second] = sheet.pieces
    expect(first).toMatchObject({ flags: ['small'], labels: [{ text: 'FRONT', removed: true }] })
    expect(second!.flags).toContain('text_on_figure')
    expect(second!.labels).toContainEqual(
      expect.objectContaining({ onFigure: true, removed: false }),
    )

    const picture = await file(first!.file)
    expect(await sharp(picture).metadata()).toMatchObject({
      format: 'png',
      width: 1024,
      height: 1024,
      channels: 3,
      space: 'srgb',
      depth: 'uchar',
    })
    const above = { x: 60, y: 20, w: 900, h: 140 }
    expect(await darkest(await file(first!.before), above)).toBeLessThan(100)
    expect(await darkest(picture, above)).toBeGreaterThan(200)
    expect((await call('listSheets', '/v1/sheets')).sheets).toEqual([sheet])
  })

  it('is told of in the stream of events, which can be taken up again', async () => {
    const { sendPage, create, ended, request } = await openSheets()
    const { until, close } = await readEvents({ request })
    await until(isReady)
    const { id } = await create(await sendPage(await plainPage()))
    await ended(id)
    const reads = await until(
      (read) =>
        typeof read === 'object' &&
        read.event.type === 'sheet' &&
        read.event.sheet.state === 'succeeded',
    )
    const told = reads.flatMap((read) =>
      typeof read === 'object' && read.event.type === 'sheet'
        ? [{ eventId: read.id, ...read.event.sheet }]
        : [],
    )
    expect(told.map(({ state }) => state)).toEqual(expect.arrayContaining(['running', 'succeeded']))
    expect(told.some(({ progress }) => progress.note !== null)).toBe(true)
    await close()
    const first = told.find(({ eventId }) => eventId !== null)!
    const again = await readEvents({ request }, { lastEventId: first.eventId! })
    const missed = await again.until(isReady)
    expect(missed).toContainEqual({
      id: told.at(-1)!.eventId,
      event: { type: 'sheet', sheet: expect.objectContaining({ state: 'succeeded' }) as object },
    })
  })

  it('is cleaned again with cells and labels by hand', async () => {
    const { sendPage, create, ended, call, file, refusal } = await openSheets()
    const { id } = await create(await sendPage(await plainPage()))
    const before = await ended(id)
    const path = `/v1/sheets/${id}/pieces`
    const cell = { x: 510, y: 100, w: 470, h: 520 }
    const number = { x: 725, y: 430, w: 50, h: 75 }
    const { sheet } = await call('setSheetPieces', path, {
      json: { pieces: [{ cell, labels: [{ box: number }] }] },
    })
    expect(sheet).toMatchObject({ state: 'queued', edited: true, pieces: before.pieces })
    const after = await ended(id)
    expect(after.pieces).toHaveLength(1)
    expect(after.pieces[0]).toMatchObject({
      cell,
      labels: [{ box: number, onFigure: true, removed: true }],
    })
    // The label that nobody named is still there.
    const { placed, file: piece } = after.pieces[0]!
    const above = { x: placed.x + 20, y: 20, w: placed.w - 40, h: 140 }
    expect(await darkest(await file(piece), above)).toBeLessThan(100)

    const outside = { pieces: [{ cell: { ...cell, x: 900 } }] }
    expect(await refusal(path, { method: 'PUT', json: outside })).toMatchObject({
      status: 400,
      message: expect.stringContaining('outside') as string,
    })
    expect(await refusal(path, { method: 'PUT', json: { pieces: [] } })).toMatchObject({
      status: 400,
      message: expect.stringContaining('at least one') as string,
    })
  })

  it('can be stopped, begun again and deleted', async () => {
    const { sendPage, create, ended, call, refusal, request } = await openSheets()
    const page = await sendPage(await plainPage())
    const { id } = await create(page)
    const { sheet } = await call('cancelSheet', `/v1/sheets/${id}/cancel`)
    expect(sheet).toMatchObject({ state: 'canceled', pieces: [] })
    expect(await create(page)).toMatchObject({ id, state: 'queued' })
    expect((await ended(id)).state).toBe('succeeded')
    expect(await refusal(`/v1/files/${page}`, { method: 'DELETE' })).toMatchObject({
      status: 409,
      message: expect.stringContaining('design sheet') as string,
    })
    await call('deleteSheet', `/v1/sheets/${id}`)
    expect(await refusal(`/v1/sheets/${id}`)).toMatchObject({ status: 404 })
    expect((await request(`/v1/files/${page}`, { method: 'DELETE' })).status).toBe(200)
  })

  it('is taken up again by the next proxy, with what was set by hand', async () => {
    const first = await openSheets()
    const { id } = await first.create(await first.sendPage(await plainPage()))
    await first.call('setSheetPieces', `/v1/sheets/${id}/pieces`, {
      json: { pieces: [{ cell: PLAIN.cells[0] }] },
    })
    await first.until(id, ({ state }) => state === 'running')
    await first.stop()
    const second = await openSheets({ data: first.data })
    const sheet = await second.ended(id)
    expect(sheet).toMatchObject({ state: 'succeeded', edited: true })
    expect(sheet.pieces).toHaveLength(1)
  })
})
