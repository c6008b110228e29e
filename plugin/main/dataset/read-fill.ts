import { AppError } from '../../../shared/errors.ts'
import { requireLayer } from './find-layer.ts'
import { imageHashesOf } from './image-hashes-of.ts'

const NO_PICTURE =
  'This layer has no picture as its fill. Select the picture of the old sheet itself, or drop its file here.'

/**
 * The picture that a layer's topmost image fill shows, as it was put into the file: neither cropped nor made smaller.
 * Throws AppError `canvas_failed` for a layer that is gone or has none.
 */
export const readFill = async (
  id: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> => {
  const layer = await requireLayer(id)
  const hash = imageHashesOf(layer).at(-1)
  const image = hash === undefined ? null : figma.getImageByHash(hash)
  if (image === null) throw new AppError('canvas_failed', NO_PICTURE)
  return { name: layer.name, bytes: new Uint8Array(await image.getBytesAsync()) }
}
