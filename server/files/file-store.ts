import type { FileId } from '../../shared/ids.ts'

/** Bytes by the SHA-256 of themselves. Every implementation passes the suite in test/conformance. */
export type FileStore = {
  /**
   * Keeps the bytes for good: when it resolves they survive a power cut. The same bytes again are the same file.
   * Throws AppError `storage_full` when there is no room; nothing is kept then.
   */
  put: (bytes: Uint8Array) => Promise<FileId>
  has: (id: FileId) => Promise<boolean>
  /** Null when there is no such file. */
  read: (id: FileId) => Promise<Uint8Array<ArrayBuffer> | null>
}
