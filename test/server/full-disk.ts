import * as fs from 'node:fs/promises'
import type { Disk } from '../../server/files/disk.ts'

/** Where a disk may run full while a file is stored. */
export const STEPS = ['open', 'write', 'fsync', 'mkdir', 'rename', 'fsync a folder'] as const
export type Step = (typeof STEPS)[number]

/** A real disk that is full at one step, until told otherwise. */
export const createFullDisk = (step: Step) => {
  const state = { isFull: true, tries: 0 }
  const fail = (at: Step): void => {
    if (at !== step) return
    state.tries += 1
    if (state.isFull)
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  }
  const disk: Disk = {
    ...fs,
    open: async (path, flags) => {
      const isFolder = flags === 'r'
      if (!isFolder) fail('open')
      const file = await fs.open(path, flags)
      const sync = file.sync.bind(file)
      const writeFile = file.writeFile.bind(file)
      file.sync = async () => {
        fail(isFolder ? 'fsync a folder' : 'fsync')
        await sync()
      }
      file.writeFile = async (data: Uint8Array) => {
        // As much as still fits.
        await writeFile(data.subarray(0, state.isFull && step === 'write' ? 1 : data.length))
        fail('write')
      }
      return file
    },
    mkdir: (path, options) => {
      fail('mkdir')
      return fs.mkdir(path, options)
    },
    rename: async (...names) => {
      fail('rename')
      return fs.rename(...names)
    },
  }
  return { disk, state }
}
