import { hash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import { FileId } from '../../shared/ids.ts'
import { toStorageError } from '../db/storage-error.ts'
import type { Log } from '../log.ts'
import { describeError } from '../log.ts'
import { createFileCount } from './create-file-count.ts'
import type { Disk } from './disk.ts'
import { syncFolder, writeSynced } from './disk.ts'
import type { FileStore } from './file-store.ts'
import { isMissing } from './is-missing.ts'

const DAMAGED =
  'This picture was damaged on the disk of the proxy and is set aside. Draw or select it again.'

const exists = async (path: string): Promise<boolean> => {
  try {
    await fs.access(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * Files as `<root>/<first two digits>/<id>`, written aside first, so that a name always stands for whole bytes. What a
 * disk made of them since is noticed when they are read: a file that is damaged goes to `<root>/damaged`.
 */
export const createDiskFileStore = (root: string, log: Log, disk: Disk = fs): FileStore => {
  const incoming = join(root, 'incoming')
  mkdirSync(incoming, { recursive: true })
  // What a killed proxy left half-written.
  for (const name of readdirSync(incoming)) rmSync(join(incoming, name))
  const pathOf = (id: FileId) => join(root, id.slice(0, 2), id)
  const damaged = (id: FileId) => join(root, 'damaged', id)
  const count = createFileCount(root, log)

  const readBytes = async (id: FileId): Promise<Uint8Array<ArrayBuffer> | null> => {
    try {
      return await disk.readFile(pathOf(id))
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  const setAside = async (id: FileId): Promise<void> => {
    log.error({ file: id }, 'A stored picture is damaged and is set aside')
    try {
      await disk.mkdir(dirname(damaged(id)), { recursive: true })
      await disk.rename(pathOf(id), damaged(id))
    } catch (error) {
      // Another reader was first, or it stays where it is: it is not served from there either.
      if (!isMissing(error))
        log.warn({ file: id, error: describeError(error) }, 'A damaged picture was not moved')
    }
  }

  const discard = async (path: string): Promise<void> => {
    try {
      await disk.rm(path, { force: true })
    } catch (error) {
      log.warn({ error: describeError(error) }, 'A half-written file stays until the next start')
    }
  }

  return {
    put: async (bytes) => {
      const id = v.parse(FileId, hash('sha256', bytes))
      const path = pathOf(id)
      const temporary = join(incoming, randomUUID())
      try {
        const old = await readBytes(id)
        if (old === null || hash('sha256', old) !== id) {
          await writeSynced(disk, temporary, bytes)
          await disk.mkdir(dirname(path), { recursive: true })
          await disk.rename(temporary, path)
          if (old === null) count.add(bytes.length)
        }
        await syncFolder(disk, dirname(path))
        await syncFolder(disk, root)
        return id
      } catch (error) {
        await discard(temporary)
        throw toStorageError(error)
      }
    },
    has: (id) => exists(pathOf(id)),
    read: async (id) => {
      const bytes = await readBytes(id)
      if (bytes !== null && hash('sha256', bytes) === id) return bytes
      if (bytes !== null) await setAside(id)
      if (bytes !== null || (await exists(damaged(id)))) throw new AppError('not_found', DAMAGED)
      return null
    },
    remove: async (id) => {
      try {
        const { size } = await fs.stat(pathOf(id))
        await disk.rm(pathOf(id))
        count.subtract(size)
      } catch (error) {
        if (!isMissing(error)) throw toStorageError(error)
      }
      await disk.rm(damaged(id), { force: true })
    },
    use: count.get,
  }
}
