import type { FileId } from '../../shared/ids.ts'

export type FileUse = { readonly files: number; readonly bytes: number }

/** Bytes by the SHA-256 of themselves. Every implementation passes the suite in test/conformance. */
export type FileStore = {
  /**
   * Keeps the bytes for good: when it resolves they survive a power cut. The same bytes again are the same file, and
   * mend it where it is damaged. Throws AppError `storage_full` when there is no room; nothing half-written is kept then.
   */
  put: (bytes: Uint8Array) => Promise<FileId>
  has: (id: FileId) => Promise<boolean>
  /**
   * Null when there is no such file. Never other bytes than those that were put: throws AppError `not_found` when the
   * file is damaged.
   */
  read: (id: FileId) => Promise<Uint8Array<ArrayBuffer> | null>
  /** A file that is not there is no error. */
  remove: (id: FileId) => Promise<void>
  /** Null while nobody has counted yet; asking begins it. */
  use: () => FileUse | null
}
