import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../start-proxy.ts'
import { upload } from '../upload.ts'
import { openDataset, pieceId } from './open-dataset.ts'
import { piecePicture } from './piece-picture.ts'
import { readZip } from './read-zip.ts'

const open = async (count = 3) => {
  const dataset = await openDataset()
  for (let number = 1; number <= count; number += 1) await dataset.put(number)
  return dataset
}

describe('a dataset version', () => {
  it('is a ZIP of pictures and captions, byte for byte, with the size that was told', async () => {
    const { freeze, archive, request, path } = await open()
    const version = await freeze()
    expect(version).toMatchObject({
      number: 1,
      style: 'nua',
      counts: { train: 3, heldOut: 0, noConsent: 0 },
      archive: { name: 'nua-v1.zip' },
    })
    const zip = await archive(1)
    expect(zip.length).toBe(version.archive.bytes)
    const files = await readZip(zip)
    expect([...files.keys()]).toEqual([
      'figurine_01.png',
      'figurine_01.txt',
      'figurine_02.png',
      'figurine_02.txt',
      'figurine_03.png',
      'figurine_03.txt',
    ])
    for (const number of [1, 2, 3]) {
      expect(files.get(`figurine_0${number}.png`)).toEqual(await piecePicture(number))
      expect(files.get(`figurine_0${number}.txt`)!.toString()).toBe(
        `a nua_figurine_style figurine in red ${number}`,
      )
    }
    const head = await request(`${path}/versions/1/archive`, { method: 'HEAD' })
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(zip.length),
      'content-disposition': 'attachment; filename="nua-v1.zip"',
    })
  })

  it('is one for the same content, and the same bytes in any time zone', async () => {
    const { freeze, archive, put, data, stop } = await open()
    const first = await freeze()
    expect(await freeze()).toEqual(first)
    const zip = await archive(1)
    await put(1, { caption: 'a nua_figurine_style fox' }, 1)
    expect((await freeze()).number).toBe(2)
    await put(1, {}, 2)
    expect(await freeze()).toEqual(first)
    await stop()
    const { TZ } = process.env
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      const again = await openDataset({ data })
      expect((await again.archive(1)).equals(zip)).toBe(true)
    } finally {
      if (TZ === undefined) delete process.env.TZ
      else process.env.TZ = TZ
    }
  })

  it('does not mind how the same pixels are packed', async () => {
    const { freeze, put, request } = await open(1)
    const first = await freeze()
    const repacked = await sharp(await piecePicture(1))
      .png({ compressionLevel: 9 })
      .toBuffer()
    const { id } = await upload({ request }, repacked)
    await put(1, { file: id }, 1)
    expect(await freeze()).toEqual(first)
  })

  it('opens with other people’s tools', async () => {
    const { freeze, archive } = await open()
    await freeze()
    const file = join(temporaryFolder(), 'pieces.zip')
    writeFileSync(file, await archive(1))
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(zipfile.is_zipfile(sys.argv[1]), z.testzip(), len(z.namelist()), {i.compress_type for i in z.infolist()})'
    expect(execFileSync('python3', ['-c', script, file]).toString().trim()).toBe('True None 6 {0}')
  })

  it('leaves out what is held out and what nobody said yes to, and says so', async () => {
    const { freeze, put, archive } = await open(1)
    await put(2, { heldOut: true })
    await put(3, { consent: 'do-not-train' })
    await put(4, { consent: 'customer-allows' })
    const version = await freeze()
    expect(version.counts).toEqual({ train: 2, heldOut: 1, noConsent: 1 })
    expect(version.pieces.map(({ use }) => use)).toEqual([
      'train',
      'held-out',
      'no-consent',
      'train',
    ])
    expect([...(await readZip(await archive(1))).keys()]).toEqual([
      'figurine_01.png',
      'figurine_01.txt',
      'figurine_04.png',
      'figurine_04.txt',
    ])
  })

  it('is refused when nothing may be trained on, and when the dataset changed meanwhile', async () => {
    const { put, get, refusal, path, call } = await openDataset()
    await put(1, { consent: 'do-not-train' })
    const freezing = async () => ({ json: { revision: (await get()).revision } })
    expect(await refusal(`${path}/versions`, await freezing())).toMatchObject({
      status: 409,
      message: expect.stringContaining('no piece to train on') as string,
    })
    const stale = await freezing()
    await put(2)
    expect(await refusal(`${path}/versions`, stale)).toMatchObject({ status: 409 })
    expect((await call('listVersions', `${path}/versions`)).versions).toEqual([])
  })

  it('says what changed since another one, and since now; and packs only that', async () => {
    const { call, put, freeze, archive, get, path } = await open(4)
    await freeze()
    await call('removePiece', `${path}/pieces/${pieceId(1)}`)
    await put(2, { caption: 'a nua_figurine_style fox' }, 1)
    await put(3, { red: 200, caption: 'a nua_figurine_style figurine in red 3' }, 1)
    await put(5)
    await freeze()
    const expected = {
      added: [{ id: pieceId(5), name: 'figurine_05' }],
      removed: [{ id: pieceId(1), name: 'figurine_01' }],
      changedPicture: [{ id: pieceId(3), name: 'figurine_03' }],
      changedCaption: [{ id: pieceId(2), name: 'figurine_02' }],
      changedUse: [],
      reordered: false,
    }
    const diff = async (query: string) => (await call('diffDataset', `${path}/diff${query}`)).diff
    expect(await diff('?from=1&to=2')).toEqual({ from: 1, to: 2, ...expected })
    await put(4, { heldOut: true }, 1)
    const { revision, pieces } = await get()
    const order = { revision, pieces: pieces.map(({ id }) => id).toReversed() }
    await call('orderPieces', `${path}/order`, { json: order })
    expect(await diff('?from=2')).toEqual({
      from: 2,
      to: null,
      added: [],
      removed: [],
      changedPicture: [],
      changedCaption: [],
      changedUse: [{ id: pieceId(4), name: 'figurine_04' }],
      reordered: true,
    })
    expect([...(await readZip(await archive(2, '?since=1'))).keys()]).toEqual([
      'figurine_02.png',
      'figurine_02.txt',
      'figurine_03.png',
      'figurine_03.txt',
      'figurine_05.png',
      'figurine_05.txt',
    ])
    expect((await archive(2, '?since=2')).length).toBe(22)
  })

  it('is not found where there is none', async () => {
    const { refusal, path } = await open(1)
    for (const url of ['/versions/1', '/versions/1/archive', '/diff?from=1'])
      expect(await refusal(path + url)).toMatchObject({ status: 404, code: 'not_found' })
    expect(await refusal(`${path}/versions/0`)).toMatchObject({ status: 400 })
  })
})
