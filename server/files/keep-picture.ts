import type { StoredFile } from '../../shared/contract/index.ts'
import type { ImageHeader } from '../../shared/image-header.ts'
import type { FileStore } from './file-store.ts'
import { verifyPicture } from './verify-picture.ts'

/**
 * Stores a picture, once it is verified; `known` is what somebody found who has done that already. Throws AppError
 * `invalid_request` or `storage_full`.
 */
export const keepPicture = async (
  files: FileStore,
  bytes: Uint8Array,
  known?: ImageHeader,
): Promise<StoredFile> => {
  const { type, width, height } = known ?? (await verifyPicture(bytes))
  return { id: await files.put(bytes), type, width, height, bytes: bytes.length }
}
