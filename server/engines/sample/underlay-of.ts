import type { FileStore } from '../../files/file-store.ts'
import type { PictureRequest } from '../engine.ts'
import { readReference } from '../read-reference.ts'
import type { Underlay } from './draw/draw-picture.ts'

/** The reference as what the drawing lies over, soft and pale. Throws AppError when it is gone or damaged. */
export const underlayOf = async (
  { reference, width, height }: Pick<PictureRequest, 'reference' | 'width' | 'height'>,
  files: Pick<FileStore, 'read'>,
): Promise<Underlay | null> => {
  if (reference === undefined) return null
  const pixels = await readReference(files, reference.file, { width, height })
  const softened = await pixels.blur(2).linear(0.85, 30).jpeg().toBuffer()
  return {
    url: `data:image/jpeg;base64,${softened.toString('base64')}`,
    cover: reference.strength,
  }
}
