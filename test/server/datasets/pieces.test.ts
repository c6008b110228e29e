import sharp from 'sharp'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { SheetId } from '../../../shared/ids.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { upload } from '../upload.ts'
import { datasetId, openDataset, pieceDraft, pieceId } from './open-dataset.ts'

const SHEET = v.parse(SheetId, `sheet_${'0'.repeat(20)}`)

const names = (dataset: { pieces: readonly { name: string }[] }) =>
  dataset.pieces.map(({ name }) => name)

describe('datasets', () => {
  it('belong to a style, are listed newest first, and outlive a restart', async () => {
    const proxy = await openDataset()
    const second = { id: datasetId(2), style: 'nua', name: 'Second' }
    await proxy.call('createDataset', '/v1/datasets', { json: second })
    await proxy.put(1)
    await proxy.stop()
    const again = await openDataset({ data: proxy.data })
    const { datasets } = await again.call('listDatasets', '/v1/datasets?style=nua')
    expect(datasets).toMatchObject([
      { name: 'Second', pieces: 0, versions: 0 },
      { name: 'First', pieces: 1, versions: 0 },
    ])
    expect(await again.call('listDatasets', '/v1/datasets?style=other')).toEqual({ datasets: [] })
  })

  it('are one for the same id, style and name; another name is a conflict', async () => {
    const { call, refusal, id } = await openDataset()
    const json = { id, style: 'nua', name: 'First' }
    expect((await call('createDataset', '/v1/datasets', { json })).dataset.revision).toBe(1)
    const other = { json: { ...json, name: 'Other' } }
    expect(await refusal('/v1/datasets', other)).toMatchObject({ status: 409, code: 'conflict' })
    const lost = { json: { id: datasetId(3), style: 'gone', name: 'First' } }
    expect(await refusal('/v1/datasets', lost)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('can be renamed by whoever saw them last, and deleted while nothing is frozen', async () => {
    const { call, refusal, request, path, put, freeze } = await openDataset()
    await put(1)
    const rename = (revision: number) => ({
      method: 'PUT',
      json: { name: 'Spring orders', revision },
    })
    expect(await refusal(path, rename(1))).toMatchObject({ status: 409, details: { revision: 2 } })
    expect((await call('renameDataset', path, rename(2))).dataset.name).toBe('Spring orders')
    await freeze()
    expect(await refusal(path, { method: 'DELETE' })).toMatchObject({ status: 409 })
    const other = { id: datasetId(2), style: 'nua', name: 'Second' }
    await call('createDataset', '/v1/datasets', { json: other })
    await call('deleteDataset', `/v1/datasets/${other.id}`)
    expect((await request(`/v1/datasets/${other.id}`)).status).toBe(404)
  })
})

describe('pieces', () => {
  it('keep their number and name for ever, and new ones get the next', async () => {
    const { call, get, put, path } = await openDataset()
    for (const number of [1, 2, 3]) await put(number)
    await call('removePiece', `${path}/pieces/${pieceId(2)}`)
    await put(4)
    expect(names(await get())).toEqual(['figurine_01', 'figurine_03', 'figurine_04'])
    await call('removePiece', `${path}/pieces/${pieceId(4)}`)
    const { piece } = await put(5)
    expect(piece).toMatchObject({ number: 5, name: 'figurine_05', revision: 1 })
    await put(2)
    expect(names(await get())).toEqual(['figurine_01', 'figurine_02', 'figurine_03', 'figurine_05'])
  })

  it('stand in the order that she gives them', async () => {
    const { call, refusal, get, put, path } = await openDataset()
    for (const number of [1, 2, 3]) await put(number)
    const { revision } = await get()
    const order = (numbers: number[], seen = revision) => ({
      method: 'PUT',
      json: { revision: seen, pieces: numbers.map(pieceId) },
    })
    const { dataset } = await call('orderPieces', `${path}/order`, order([3, 1, 2]))
    expect(names(dataset)).toEqual(['figurine_03', 'figurine_01', 'figurine_02'])
    expect(dataset.revision).toBe(revision + 1)
    expect(await refusal(`${path}/order`, order([1, 2, 3]))).toMatchObject({ status: 409 })
    const wrong = [
      [1, 2],
      [1, 2, 2],
      [1, 2, 3, 4],
      [1, 2, 4],
    ]
    for (const numbers of wrong)
      expect(await refusal(`${path}/order`, order(numbers, revision + 1))).toMatchObject({
        status: 400,
      })
    expect(names(await get())).toEqual(['figurine_03', 'figurine_01', 'figurine_02'])
  })

  it('are written once for the same content, and never over what was not seen', async () => {
    const { put, refusal, path, request, get, call } = await openDataset()
    const first = await put(1)
    expect(await put(1)).toEqual(first)
    const changed = await put(1, { caption: 'a nua_figurine_style fox' }, 1)
    expect(changed.piece).toMatchObject({ revision: 2, caption: 'a nua_figurine_style fox' })
    const late = await pieceDraft({ request }, { red: 1, caption: 'a nua_figurine_style bear' })
    const url = `${path}/pieces/${pieceId(1)}`
    const seen = (revision: number) => ({ method: 'PUT', json: { ...late, revision } })
    expect(await refusal(url, seen(1))).toMatchObject({ status: 409, details: { revision: 2 } })
    const stale = { method: 'DELETE' }
    expect(await refusal(`${url}?revision=1`, stale)).toMatchObject({ status: 409 })
    await call('removePiece', `${url}?revision=2`)
    await call('removePiece', `${url}?revision=2`)
    expect(await refusal(url, seen(2))).toMatchObject({ status: 409, details: { revision: 0 } })
    expect((await get()).pieces).toEqual([])
    expect((await call('putPiece', url, seen(0))).piece).toMatchObject({ number: 1, revision: 4 })
  })

  it('are kept with all that was written', async () => {
    const { put, get } = await openDataset()
    const changes = {
      provenance: { type: 'sheet', sheet: SHEET, cell: 4, flags: ['text_on_figure'] },
      consent: 'customer-allows',
      aiShare: 0.04,
      heldOut: true,
      marks: ['trainAnyway', 'padded'],
      enlarged: 1.4,
      padding: 0.2,
    } as const
    const { piece } = await put(1, { ...changes, marks: [...changes.marks] } as never)
    expect(piece).toMatchObject(changes)
    expect((await get()).pieces).toEqual([piece])
  })

  const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
    sharp({ create: { width, height, channels, background: '#a06040' } })
  it.each([
    ['another size', /1024 × 1024 pixels; this picture has 512 × 512/, () => plain(512, 512).png()],
    ['a JPEG', /PNG/, () => plain(1024, 1024).jpeg()],
    ['transparency', /transparency/, () => plain(1024, 1024, 4).png()],
    ['16 bits', /8 bits/, () => plain(1024, 1024).toColourspace('rgb16').png()],
    ['grey', /sRGB/, () => plain(1024, 1024).toColourspace('b-w').png()],
    ['a wide gamut', /sRGB/, () => plain(1024, 1024).withIccProfile('p3').png()],
  ])('are refused with %s', async (_, message, make) => {
    const { put, get, request } = await openDataset()
    const { id } = await upload({ request }, await make().toBuffer())
    await expect(put(1, { file: id })).rejects.toThrow(message)
    expect((await get()).pieces).toEqual([])
  })

  it.each([
    ['two lines', { caption: 'a\nb' }],
    ['a share above one', { aiShare: 1.1 }],
    ['an unknown mark', { marks: ['great'] }],
    ['an unknown consent', { consent: 'perhaps' }],
    ['more than a piece has', { extra: 1 }],
  ])('are refused with %s', async (_, changes) => {
    const { refusal, request, path } = await openDataset()
    const json = { ...(await pieceDraft({ request })), revision: 0, ...changes }
    const refused = await refusal(`${path}/pieces/${pieceId(1)}`, { method: 'PUT', json })
    expect(refused).toMatchObject({ status: 400, code: 'invalid_request' })
  })

  it('need a picture that is on the proxy, and keep it from being tidied away', async () => {
    const clock = createManualClock()
    const { put, path, call, refusal, request, freeze } = await openDataset({ clock })
    const missing = put(1, { file: 'f'.repeat(64) as never })
    await expect(missing).rejects.toThrow(/does not have this picture/)
    const files = [(await put(1)).piece.file, (await put(2)).piece.file, (await put(3)).piece.file]
    await freeze()
    await call('removePiece', `${path}/pieces/${pieceId(1)}`)
    await put(4)
    const gone = (await put(5)).piece.file
    await call('removePiece', `${path}/pieces/${pieceId(5)}`)
    for (let day = 0; day < 32; day += 1) {
      clock.advance(86_400_000)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const status = async (file: string) => (await request(`/v1/files/${file}`)).status
    await expect.poll(() => status(gone)).toBe(404)
    for (const file of files) expect(await status(file)).toBe(200)
    expect(await refusal(`/v1/files/${files[0]!}`, { method: 'DELETE' })).toMatchObject({
      status: 409,
      message: expect.stringContaining('dataset') as string,
    })
  })
})
