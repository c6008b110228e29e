import { createHash } from 'node:crypto'
import type { JsonObject } from './json-object.ts'

export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly metadata: JsonObject
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

export type FileStore = {
  readonly add: (file: StoredFile) => void
  readonly get: (id: string) => StoredFile | null
  readonly delete: (id: string) => void
  /** Newest first. */
  readonly all: () => StoredFile[]
}

const LIMIT_BYTES = 256 * 1024 * 1024
const DAY_MS = 86_400_000

/** Files as the API shows them: their bytes are behind a URL of their own. */
export const viewFile = (file: StoredFile, url: string) => ({
  id: file.id,
  name: file.name,
  content_type: file.type,
  size: file.bytes.length,
  etag: createHash('md5').update(file.bytes).digest('hex'),
  checksums: {
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    md5: createHash('md5').update(file.bytes).digest('hex'),
  },
  metadata: { ...file.metadata },
  created_at: new Date(file.createdAt).toISOString(),
  expires_at: new Date(file.createdAt + DAY_MS).toISOString(),
  urls: { get: `${url}/v1/files/${file.id}` },
})

/** Uploaded files for a day, and not more than 256 MB of them. */
export const createFileStore = (now: () => number): FileStore => {
  const files = new Map<string, StoredFile>()
  const fresh = (file: StoredFile): boolean => now() < file.createdAt + DAY_MS
  return {
    add: (file) => {
      files.set(file.id, file)
      let bytes = [...files.values()].reduce((sum, one) => sum + one.bytes.length, 0)
      for (const old of files.values()) {
        if (bytes <= LIMIT_BYTES) return
        files.delete(old.id)
        bytes -= old.bytes.length
      }
    },
    get: (id) => {
      const file = files.get(id)
      return file !== undefined && fresh(file) ? file : null
    },
    delete: (id) => {
      files.delete(id)
    },
    all: () => [...files.values()].filter(fresh).reverse(),
  }
}
