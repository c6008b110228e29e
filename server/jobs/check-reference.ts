import type { Size } from '../../shared/aspect-ratio.ts'
import { AppError } from '../../shared/errors.ts'
import { followSize, REFERENCE_STRETCH } from '../../shared/follow-size.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import type { FileStore } from '../files/file-store.ts'
import { uprightSize } from '../files/upright-size.ts'

const THIN = `This reference is too long and thin: it may be ${REFERENCE_STRETCH} times as long as wide. Select another one; nothing was started.`

const refuse = (message: string): AppError =>
  new AppError('invalid_request', message, { details: { setting: 'reference' } })

/**
 * The size of pictures that follow the reference; null where there is none to follow. Throws AppError
 * `invalid_request` when it is not on the proxy, cannot be read, or is too long and thin.
 */
export const checkReference = async (
  { reference }: Pick<GenerateRequest, 'reference'>,
  files: Pick<FileStore, 'read'>,
): Promise<Size | null> => {
  if (reference === undefined) return null
  const bytes = await files.read(reference.file)
  if (bytes === null) throw refuse('The reference picture is not on the proxy. Select it again.')
  if (reference.use !== 'follow') return null
  const upright = await uprightSize(bytes).catch(() => null)
  if (upright === null) throw refuse('The reference picture cannot be read. Select it again.')
  const size = followSize(upright)
  if (size === null) throw refuse(THIN)
  return size
}
