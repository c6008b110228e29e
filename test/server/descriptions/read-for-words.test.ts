import sharp from 'sharp'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { encodeReference } from '../../../server/engines/replicate/picture/encode-reference.ts'
import { readForWords } from '../../../server/engines/replicate/describe/read-for-words.ts'
import { FileId } from '../../../shared/ids.ts'

const FILE = v.parse(FileId, 'a'.repeat(64))
const filesWith = (bytes: Uint8Array | null) => ({
  read: () => Promise.resolve(bytes === null ? null : new Uint8Array(bytes)),
})

it('a picture that is sent to be described has its pixels, upright, and nothing else of it', async () => {
  const photo = await sharp({
    create: { width: 3000, height: 2000, channels: 3, background: '#804020' },
  })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Somebody' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  const url = await encodeReference(await readForWords(filesWith(photo), FILE, 4096))
  expect(url.length).toBeLessThan(256_000)
  const sent = await sharp(Buffer.from(url.split(',')[1]!, 'base64')).metadata()
  expect(sent).toMatchObject({ width: 683, height: 1024 })
  expect(sent.exif).toBeUndefined()
})

it.each([
  ['gone', null, /not on the proxy any more\. Nothing was charged/],
  ['damaged', Buffer.from('no picture'), /cannot be read any more\. Nothing was charged/],
])('a picture that is %s is not sent', async (_, bytes, message) => {
  await expect(readForWords(filesWith(bytes), FILE, 4096)).rejects.toThrow(message)
})
