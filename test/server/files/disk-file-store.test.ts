import { mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDiskFileStore } from '../../../server/files/create-disk-file-store.ts'
import { testFileStore } from '../../conformance/file-store.ts'
import { createFullDisk, STEPS } from '../full-disk.ts'
import { createKeptLog } from '../kept-log.ts'
import { temporaryFolder } from '../start-proxy.ts'

testFileStore('disk', () => {
  const root = join(temporaryFolder(), 'files')
  return { open: () => createDiskFileStore(root, createKeptLog().log) }
})

const CLAY = new TextEncoder().encode('clay')

const openStore = () => {
  const root = temporaryFolder()
  const { log, lines } = createKeptLog()
  const store = createDiskFileStore(root, log)
  const pathOf = (id: string) => join(root, id.slice(0, 2), id)
  return { root, store, lines, pathOf }
}

describe('disk file store', () => {
  it('leaves nothing half-written, and clears what a killed proxy left', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'incoming'))
    writeFileSync(join(root, 'incoming', 'half'), 'cl')
    const store = createDiskFileStore(root, createKeptLog().log)
    const id = await store.put(CLAY)
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
    expect(readdirSync(join(root, id.slice(0, 2)))).toEqual([id])
  })

  it.each(STEPS)('leaves nothing half-written when there is no room to %s', async (step) => {
    const { disk, state } = createFullDisk(step)
    const root = temporaryFolder()
    const store = createDiskFileStore(root, createKeptLog().log, disk)
    await expect(store.put(CLAY)).rejects.toMatchObject({ code: 'storage_full' })
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
    state.isFull = false
    expect(Buffer.from((await store.read(await store.put(CLAY)))!).toString()).toBe('clay')
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })

  it.each([
    ['other bytes', (path: string) => writeFileSync(path, 'mud!')],
    ['half of its bytes', (path: string) => truncateSync(path, 2)],
    ['no bytes', (path: string) => truncateSync(path)],
  ])('never gives a file that has %s: it is set aside, and named in the log', async (_, damage) => {
    const { root, store, lines, pathOf } = openStore()
    const id = await store.put(CLAY)
    damage(pathOf(id))
    const damaged = readFileSync(pathOf(id))
    const refused = { code: 'not_found', message: expect.stringContaining('damaged') as string }
    await expect(store.read(id)).rejects.toMatchObject(refused)
    await expect(store.read(id)).rejects.toMatchObject(refused)
    expect(await store.has(id)).toBe(false)
    expect(readFileSync(join(root, 'damaged', id))).toEqual(damaged)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(id)
  })

  it('mends a damaged file with the same bytes', async () => {
    const { store, pathOf } = openStore()
    const id = await store.put(CLAY)
    truncateSync(pathOf(id))
    expect(await store.put(CLAY)).toBe(id)
    expect(Buffer.from((await store.read(id))!).toString()).toBe('clay')
  })

  it('counts what it holds', async () => {
    const { store } = openStore()
    const id = await store.put(CLAY)
    await expect.poll(store.use).toEqual({ files: 1, bytes: 4 })
    await store.put(CLAY)
    await store.put(new TextEncoder().encode('figurine'))
    expect(store.use()).toEqual({ files: 2, bytes: 12 })
    await store.remove(id)
    expect(store.use()).toEqual({ files: 1, bytes: 8 })
  })
})
