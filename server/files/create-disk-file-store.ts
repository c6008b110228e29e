import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { FileId } from '../../shared/ids.ts'
import { toStorageError } from '../db/storage-error.ts'
import type { FileStore } from './file-store.ts'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** A new name in a folder is safe only once the folder itself is on the disk (fsync(2)). */
const syncFolder = async (path: string): Promise<void> => {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Files as `<root>/<first two digits>/<id>`, written aside first, so that a name always stands for whole bytes. */
export const createDiskFileStore = (root: string): FileStore => {
  const aside = join(root, 'incoming')
  // What a killed proxy left half-written.
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true })
  const pathOf = (id: FileId) => join(root, id.slice(0, 2), id)

  return {
    put: async (bytes) => {
      const id = v.parse(FileId, createHash('sha256').update(bytes).digest('hex'))
      const path = pathOf(id)
      if (await exists(path)) return id
      const temporary = join(aside, randomUUID())
      try {
        await writeSynced(temporary, bytes)
        await mkdir(dirname(path), { recursive: true })
        await rename(temporary, path)
        await syncFolder(dirname(path))
        await syncFolder(root)
        return id
      } catch (error) {
        await rm(temporary, { force: true })
        throw toStorageError(error)
      }
    },
    has: (id) => exists(pathOf(id)),
    read: async (id) => {
      try {
        return await readFile(pathOf(id))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
  }
}
