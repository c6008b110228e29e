import type { Size } from '../../shared/aspect-ratio.ts'
import { AppError } from '../../shared/errors.ts'
import { followSize, REFERENCE_STRETCH } from '../../shared/follow-size.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import type { FileId } from '../../shared/ids.ts'
import type { FileStore } from '../files/file-store.ts'
import { uprightSize } from '../files/upright-size.ts'

const GONE =
  'The reference picture is not on the proxy any more. Select it again; nothing was started.'
const DAMAGED = 'The reference picture is damaged. Select it again; nothing was started.'
const THIN = `This reference is too long and thin: it may be ${REFERENCE_STRETCH} times as long as wide. Select another one; nothing was started.`

const refuse = (message: string, cause?: unknown): AppError =>
  new AppError('invalid_request', message, { details: { setting: 'reference' }, cause })

/** Null when there is no such file; rejects when it is damaged. */
const readSize = async (files: Pick<FileStore, 'read'>, file: FileId): Promise<Size | null> => {
  const bytes = await files.read(file)
  return bytes === null ? null : uprightSize(bytes)
}

/**
 * The size of pictures that follow the reference; null where there is none to follow. Throws AppError
 * `invalid_request` when it is not on the proxy, cannot be read, or is too long and thin.
 */
export const checkReference = async (
  { reference }: Pick<GenerateRequest, 'reference'>,
  files: Pick<FileStore, 'read'>,
): Promise<Size | null> => {
  if (reference === undefined) return null
  const size = await readSize(files, reference.file).catch((cause: unknown) => {
    throw refuse(DAMAGED, cause)
  })
  if (size === null) throw refuse(GONE)
  if (reference.use !== 'follow') return null
  const followed = followSize(size)
  if (followed === null) throw refuse(THIN)
  return followed
}
