import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { bringIn, goodParts, leftOver, piecesOf, refusalOf } from './import-zip.ts'
import type { ZipPart } from './make-zip.ts'
import { encrypt, lieAboutSize, makeZip, overlap, patch } from './make-zip.ts'
import { openDataset } from './open-dataset.ts'
import { piecePicture } from './piece-picture.ts'

describe('an import', { timeout: 30_000 }, () => {
  const one = async (name = 'XX/evil.png') => makeZip([{ name, bytes: await piecePicture() }])
  it.each<[string, RegExp, () => Promise<Buffer>]>([
    ['a name that leads up', /leads out/, async () => patch(await one(), 'XX/', '../')],
    ['a name that begins at the root', /leads out/, async () => patch(await one(), 'XX/', '/X/')],
    ['a name with a drive', /leads out/, async () => patch(await one(), 'XX/', 'C:/')],
    ['a name with a backslash', /leads out/, async () => patch(await one(), 'XX/', '.\\/')],
    ['a name with a NUL', /broken name/, async () => patch(await one(), 'XX/', 'X\u0000/')],
    ['a link', /a link/, () => makeZip([{ name: 'a.png', bytes: '/etc/passwd', mode: 0o120777 }])],
    ['a device', /no file/, () => makeZip([{ name: 'a.png', bytes: 'x', mode: 0o020666 }])],
    [
      'another archive',
      /another archive/,
      async () => makeZip([...(await goodParts(1)), { name: 'in.zip', bytes: 'x' }]),
    ],
    ['a password', /password/, async () => encrypt(await one())],
    [
      'a huge picture',
      /too large/,
      () => makeZip([{ name: 'a.png', bytes: Buffer.alloc(21 * 1024 * 1024) }]),
    ],
    [
      'a huge text',
      /too large/,
      async () =>
        makeZip([...(await goodParts(1)), { name: 'a.txt', bytes: Buffer.alloc(100_000) }]),
    ],
    ['files that overlap', /more than it does/, async () => overlap(await one('000.png'), 40)],
    [
      'two files of one name',
      /same name/,
      async () => makeZip([...(await goodParts(1)), ...(await goodParts(1))]),
    ],
    ['no picture', /no PNG, JPEG or WebP/, () => makeZip([{ name: 'a.gif', bytes: 'GIF89a' }])],
    ['nothing', /no PNG, JPEG or WebP/, () => makeZip([])],
    ['other bytes', /not a ZIP/, () => Promise.resolve(Buffer.from('%PDF-1.7 '.repeat(50)))],
    [
      'half of a ZIP',
      /not a ZIP|damaged/,
      async () => {
        const zip = await makeZip(await goodParts())
        return zip.subarray(0, zip.length / 2)
      },
    ],
    [
      'five thousand files',
      /5000 files/,
      () =>
        makeZip(
          Array.from({ length: 5000 }, (_, at) => ({ name: `${at}`, bytes: '', compress: false })),
        ),
    ],
  ])('is refused with %s, and leaves nothing behind', async (_, message, make) => {
    const dataset = await openDataset()
    const refused = await refusalOf(dataset, await make())
    expect(refused).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(refused.message).toMatch(message)
    expect(refused.message).toContain('Nothing was added')
    expect(await piecesOf(dataset)).toEqual([])
    expect(leftOver(dataset)).toEqual([])
  })

  it.each<[string, RegExp, () => Promise<ZipPart[] | Buffer>]>([
    [
      'is damaged',
      /“z\.png” cannot be a piece: It is damaged/,
      async () => [
        ...(await goodParts()),
        { name: 'z.png', bytes: (await piecePicture()).subarray(0, 2000) },
      ],
    ],
    [
      'is another file',
      /“z\.png” cannot be a piece/,
      async () => [
        ...(await goodParts()),
        { name: 'z.png', bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      ],
    ],
    [
      'is too wide',
      /5000 × 10 pixels/,
      async () => [
        ...(await goodParts()),
        {
          name: 'z.png',
          bytes: await sharp({
            create: { width: 5000, height: 10, channels: 3, background: 'red' },
          })
            .png()
            .toBuffer(),
        },
      ],
    ],
    [
      'unpacks to more than it says',
      /damaged in the ZIP/,
      async () =>
        lieAboutSize(await makeZip([{ name: 'z.png', bytes: await piecePicture() }]), 100),
    ],
  ])('adds nothing at all when one picture %s', async (_, message, make) => {
    const dataset = await openDataset()
    const made = await make()
    const view = await bringIn(dataset, Buffer.isBuffer(made) ? made : await makeZip(made))
    expect(view).toMatchObject({ state: 'failed', error: { code: 'invalid_request' } })
    const words = 'error' in view ? view.error.message : ''
    expect(words).toMatch(message)
    expect(words).toMatch(/Nothing was added\.$/)
    expect(await piecesOf(dataset)).toEqual([])
    expect(leftOver(dataset)).toEqual([])
  })
})
