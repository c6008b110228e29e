import { AppError } from '../../../shared/errors.ts'

/** A layer on whatever page; null when it is gone. */
export const findLayer = async (id: string): Promise<SceneNode | null> => {
  const node = await figma.getNodeByIdAsync(id)
  const isLayer = node !== null && node.type !== 'PAGE' && node.type !== 'DOCUMENT'
  return isLayer && !node.removed ? node : null
}

/** The same; throws AppError `canvas_failed` when it is gone. */
export const requireLayer = async (id: string): Promise<SceneNode> => {
  const layer = await findLayer(id)
  if (layer === null) throw new AppError('canvas_failed', 'This layer is not in the file any more.')
  return layer
}
