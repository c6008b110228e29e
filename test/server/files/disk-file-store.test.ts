import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDiskFileStore } from '../../../server/files/create-disk-file-store.ts'
import { testFileStore } from '../../conformance/file-store.ts'
import { createKeptLog } from '../kept-log.ts'
import { temporaryFolder } from '../start-proxy.ts'

testFileStore('disk', () => {
  const root = join(temporaryFolder(), 'files')
  return { open: () => createDiskFileStore(root, createKeptLog().log) }
})

const CLAY = new TextEncoder().encode('clay')

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

  it('says so when it cannot write, and keeps nothing', async () => {
    const root = temporaryFolder()
    const store = createDiskFileStore(root, createKeptLog().log)
    rmSync(join(root, 'incoming'), { recursive: true })
    await expect(store.put(CLAY)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(readdirSync(root)).toEqual([])
  })
})
