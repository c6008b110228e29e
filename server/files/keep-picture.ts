import type { StoredFile } from '../../shared/contract/index.ts'
import type { FileStore } from './file-store.ts'
import { verifyPicture } from './verify-picture.ts'

/** Verifies a picture and stores it. Throws AppError `invalid_request` or `storage_full`. */
export const keepPicture = async (files: FileStore, bytes: Uint8Array): Promise<StoredFile> => {
  const { type, width, height } = await verifyPicture(bytes)
  return { id: await files.put(bytes), type, width, height, bytes: bytes.length }
}
