import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { FileStore } from '../../server/files/file-store.ts'
import { FileId } from '../../shared/ids.ts'

const UNKNOWN = v.parse(FileId, 'f'.repeat(64))
const bytes = (text: string) => new TextEncoder().encode(text)

/** What every file store promises. `open` gives the store over the same files each time. */
export const testFileStore = (name: string, prepare: () => { open: () => FileStore }): void => {
  describe(`file store: ${name}`, () => {
    it('gives back what it was given, by its SHA-256', async () => {
      const store = prepare().open()
      const id = await store.put(bytes('clay'))
      expect(id).toBe(createHash('sha256').update('clay').digest('hex'))
      expect(await store.has(id)).toBe(true)
      expect(Buffer.from((await store.read(id))!).toString()).toBe('clay')
    })

    it('keeps empty files and every byte', async () => {
      const store = prepare().open()
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      expect(new Uint8Array((await store.read(await store.put(all)))!)).toEqual(all)
      expect((await store.read(await store.put(new Uint8Array())))!).toHaveLength(0)
    })

    it('knows nothing of other files', async () => {
      const store = prepare().open()
      await store.put(bytes('clay'))
      expect(await store.has(UNKNOWN)).toBe(false)
      expect(await store.read(UNKNOWN)).toBeNull()
    })

    it('takes the same bytes twice, and at the same time', async () => {
      const store = prepare().open()
      const ids = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes('clay'))))
      expect(new Set(ids).size).toBe(1)
      expect(await store.put(bytes('clay'))).toBe(ids[0])
      expect(Buffer.from((await store.read(ids[0]!))!).toString()).toBe('clay')
    })

    it('keeps files that were put at the same time apart', async () => {
      const store = prepare().open()
      const texts = Array.from({ length: 50 }, (_, at) => `piece ${at}`)
      const ids = await Promise.all(texts.map((text) => store.put(bytes(text))))
      const back = await Promise.all(ids.map(async (id) => Buffer.from((await store.read(id))!)))
      expect(back.map(String)).toEqual(texts)
    })

    it('still has them when it is opened again', async () => {
      const { open } = prepare()
      const id = await open().put(bytes('clay'))
      expect(Buffer.from((await open().read(id))!).toString()).toBe('clay')
    })

    it('removes a file and no other one, also one that is not there', async () => {
      const store = prepare().open()
      const [id, other] = [await store.put(bytes('clay')), await store.put(bytes('wax'))]
      await store.remove(id)
      await store.remove(id)
      expect(await store.has(id)).toBe(false)
      expect(await store.read(id)).toBeNull()
      expect(await store.has(other)).toBe(true)
      expect(await store.put(bytes('clay'))).toBe(id)
      expect(await store.has(id)).toBe(true)
    })

    it('does not notice when a caller changes the bytes later', async () => {
      const store = prepare().open()
      const mine = bytes('clay')
      const id = await store.put(mine)
      mine.fill(0)
      expect(Buffer.from((await store.read(id))!).toString()).toBe('clay')
    })
  })
}
