import { findLayer } from './find-layer.ts'
import { imageHashesOf } from './image-hashes-of.ts'
import type { ImageRegistry } from './known-images.ts'
import { referenceImages } from './known-images.ts'
import { undoStep } from '../canvas/undo-step.ts'

/** The images that a layer is, by itself or as the only one in its holders; none for her own drawing. */
const pictureIn = (layer: SceneNode): readonly string[] => {
  const own = imageHashesOf(layer)
  if (own.length > 0 || !('children' in layer)) return own
  const [only, ...others] = layer.children.filter(({ visible }) => visible)
  return only === undefined || others.length > 0 ? [] : pictureIn(only)
}

/** Remembers that a layer's picture steered a draft, so that no training picture shows it. A draft is no photo. */
export const keepReference = async (images: ImageRegistry, node: string): Promise<void> => {
  const layer = await findLayer(node)
  if (layer === null) return
  const { generated, references } = await images.read()
  const news = pictureIn(layer).filter((hash) => !generated.has(hash) && !references.has(hash))
  if (news.length > 0) undoStep(() => referenceImages.add(news))
}
