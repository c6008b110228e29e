import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { importArchive } from '../../../shared/contract/index.ts'
import { pieceEntries } from '../../../shared/piece.ts'
import { bringIn, goodParts, leftOver, piecesOf, sendZip } from './import-zip.ts'
import { makeZip } from './make-zip.ts'
import { openDataset, pieceId } from './open-dataset.ts'
import { piecePicture } from './piece-picture.ts'

describe('an import', { timeout: 30_000 }, () => {
  it('adds each picture with the text of its name, as it is, in the order of the names', async () => {
    const dataset = await openDataset()
    const parts = [
      { name: 'set/10.png', bytes: await piecePicture(10) },
      { name: 'set/10.txt', bytes: '\uFEFFa nua_figurine_style\r\n  figurine\tnumber 10 \n' },
      ...(await goodParts()),
      { name: 'set/', bytes: '' },
      { name: '__MACOSX/set/._1.png', bytes: 'x' },
      { name: 'set/.DS_Store', bytes: 'x' },
      { name: 'set/notes.md', bytes: 'x' },
      { name: 'set/lost.txt', bytes: 'x' },
    ].filter(({ name }) => !name.endsWith('/'))
    const view = await bringIn(dataset, await makeZip(parts), 'customer-allows')
    expect(view).toMatchObject({ state: 'succeeded', added: 3, known: 0, done: 3, total: 3 })
    expect(view).toHaveProperty('notes', [
      { name: 'set/notes.md', note: 'Neither a picture nor a caption: left out.' },
      { name: 'set/lost.txt', note: 'There is no picture of this name: left out.' },
    ])
    const added = await piecesOf(dataset)
    expect(added).toMatchObject([
      {
        name: 'figurine_01',
        caption: 'a nua_figurine_style figurine number 1',
        consent: 'customer-allows',
        provenance: { type: 'import', name: 'set/1.png' },
        marks: [],
        enlarged: 1,
        padding: 0,
      },
      { caption: 'a nua_figurine_style figurine number 2' },
      { caption: 'a nua_figurine_style figurine number 10' },
    ])
    const picture = await dataset.request(`/v1/files/${added[2]!.file}`)
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(await piecePicture(10))
    expect(leftOver(dataset)).toEqual([])
  })

  it('of the same ZIP again overwrites nothing and adds what is missing', async () => {
    const dataset = await openDataset()
    const zip = await makeZip(await goodParts(3))
    await bringIn(dataset, zip)
    const [first, second] = await piecesOf(dataset)
    const draft = v.parse(v.object(pieceEntries), first)
    await dataset.call('putPiece', `${dataset.path}/pieces/${first!.id}`, {
      json: { ...draft, caption: 'a nua_figurine_style fox', revision: first!.revision },
    })
    await dataset.call('removePiece', `${dataset.path}/pieces/${second!.id}`)
    expect(await bringIn(dataset, zip)).toMatchObject({ added: 1, known: 2 })
    expect((await piecesOf(dataset)).map(({ caption, number }) => [number, caption])).toEqual([
      [1, 'a nua_figurine_style fox'],
      [2, 'a nua_figurine_style figurine number 2'],
      [3, 'a nua_figurine_style figurine number 3'],
    ])
  })

  it('of what was frozen here adds nothing: the pictures are known', async () => {
    const dataset = await openDataset()
    await dataset.put(1)
    await dataset.put(2)
    await dataset.freeze()
    expect(await bringIn(dataset, await dataset.archive(1))).toMatchObject({ added: 0, known: 2 })
  })

  it('fits, pads, turns and flattens what is no piece yet, and says so', async () => {
    const dataset = await openDataset()
    const plain = (width: number, height: number, background: string, channels: 3 | 4 = 3) =>
      sharp({ create: { width, height, channels, background } })
    const zip = await makeZip([
      { name: 'a.png', bytes: await plain(512, 512, '#336699').png().toBuffer() },
      { name: 'b.jpg', bytes: await plain(2000, 1000, '#cc4422').jpeg().toBuffer() },
      { name: 'c.webp', bytes: await plain(300, 300, '#00000000', 4).webp().toBuffer() },
      {
        name: 'd.jpg',
        bytes: await plain(1000, 2000, '#22aa44')
          .withMetadata({ orientation: 6 })
          .jpeg()
          .toBuffer(),
      },
      {
        name: 'e.jpg',
        bytes: await plain(1024, 1024, '#336699').toColourspace('cmyk').jpeg().toBuffer(),
      },
      {
        name: 'f.png',
        bytes: await plain(1024, 1024, '#884422').toColourspace('rgb16').png().toBuffer(),
      },
    ])
    expect(await bringIn(dataset, zip)).toMatchObject({ state: 'succeeded', added: 6 })
    const added = await piecesOf(dataset)
    expect(added.map(({ marks, enlarged, padding }) => [marks, enlarged, padding])).toEqual([
      [['fitted'], 2, 0],
      [['fitted', 'padded'], 0.512, 0.5],
      [['fitted', 'flattened'], expect.closeTo(3.41, 1), 0],
      [['fitted', 'padded'], 0.512, 0.5],
      [[], 1, 0],
      [[], 1, 0],
    ])
    const pixel = async (at: number, x: number, y: number) => {
      const response = await dataset.request(`/v1/files/${added[at]!.file}`)
      const { data, info } = await sharp(Buffer.from(await response.arrayBuffer()))
        .raw()
        .toBuffer({ resolveWithObject: true })
      return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
    }
    // Padded with the colour of its own edge, not with streaks or white.
    for (const y of [5, 512, 1018])
      for (const [value, drawn] of (await pixel(1, 512, y)).map((one, i) => [
        one,
        [204, 68, 34][i]!,
      ]))
        expect(Math.abs(value! - drawn!)).toBeLessThan(4)
    expect(await pixel(2, 512, 512)).toEqual([255, 255, 255])
  })

  it('takes strange names as data, and says when a caption is shared, long or no text', async () => {
    const dataset = await openDataset()
    const bytes = await Promise.all([1, 2, 3, 4, 5, 6].map((red) => piecePicture(red)))
    const names = ['CON.png', '🦊 fox.png', 'ab\u202Egnp.exe.png', `${'n'.repeat(300)}.png`]
    const zip = await makeZip([
      ...names.map((name, at) => ({ name, bytes: bytes[at]! })),
      { name: 'CON.txt', bytes: 'a nua_figurine_style con' },
      { name: '🦊 fox.txt', bytes: `a nua_figurine_style ${'x'.repeat(3000)}` },
      { name: 'same.png', bytes: bytes[4]! },
      { name: 'same.jpg', bytes: await sharp(bytes[5]).jpeg().toBuffer() },
      { name: 'same.txt', bytes: Buffer.from([0xff, 0xfe, 0x00]) },
    ])
    const view = await bringIn(dataset, zip)
    expect(view).toMatchObject({ state: 'succeeded', added: 6 })
    const notes = 'notes' in view ? view.notes.map(({ note }) => note) : []
    for (const expected of [
      /share one caption/,
      /more than 2000/,
      /not text in UTF-8/,
      /no caption in the ZIP/,
    ])
      expect(notes.some((note) => expected.test(note))).toBe(true)
    const added = await piecesOf(dataset)
    const shown = added.map(({ provenance }) => ('name' in provenance ? provenance.name : ''))
    expect(shown).toContain('CON.png')
    expect(shown).toContain('🦊 fox.png')
    expect(shown).toContain('abgnp.exe.png')
    expect(added.find(({ caption }) => caption.includes('xxx'))!.caption).toHaveLength(2000)
    expect(added.map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `figurine_0${number}`),
    )
  })

  it('can be stopped: nothing is added', async () => {
    const dataset = await openDataset()
    const response = await sendZip(dataset, await makeZip(await goodParts(8)))
    const { id } = v.parse(importArchive.response, await response.json()).import
    const stopped = await dataset.call('cancelImport', `${dataset.path}/imports/${id}/cancel`)
    expect(stopped.import).toMatchObject({ state: 'canceled' })
    expect(await piecesOf(dataset)).toEqual([])
  })

  it('needs room in the dataset, a consent, a ZIP and a dataset', async () => {
    const dataset = await openDataset()
    await dataset.put(1)
    const zip = await makeZip(await goodParts(1))
    expect((await sendZip(dataset, zip, 'perhaps')).status).toBe(400)
    const text = { body: zip, headers: { 'content-type': 'text/plain' } }
    expect((await dataset.request(`${dataset.path}/imports?consent=own-work`, text)).status).toBe(
      415,
    )
    const nowhere = `/v1/datasets/set_${'9'.repeat(20)}/imports?consent=own-work`
    const headers = { 'content-type': 'application/zip' }
    expect((await dataset.request(nowhere, { body: zip, headers })).status).toBe(404)
    const unknown = `${dataset.path}/imports/import_${'0'.repeat(20)}`
    expect(await dataset.refusal(unknown)).toMatchObject({ status: 404 })
    expect((await piecesOf(dataset)).map(({ id }) => id)).toEqual([pieceId(1)])
  })

  it('forgets the ZIPs that a killed proxy left', async () => {
    const dataset = await openDataset()
    writeFileSync(join(dataset.data, 'imports', 'half'), 'x')
    await dataset.stop()
    expect(leftOver(await openDataset({ data: dataset.data }))).toEqual([])
  })
})
