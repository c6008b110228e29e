import type { Omission, TrainingSwitches } from '../../../shared/training.ts'
import { readNodeData } from '../canvas/node-data.ts'
import { imageHashesOf } from './image-hashes-of.ts'
import { isTextLabel } from './is-text-label.ts'
import type { KnownImages } from './known-images.ts'

const isText = (node: SceneNode): boolean => node.type === 'TEXT' || node.type === 'TEXT_PATH'

const isOurs = (node: SceneNode): boolean => {
  const kind = readNodeData(node)?.kind
  return kind === 'draft' || kind === 'placeholder'
}

/** Whole words of a name: `Price tag 2` has `price`, `priceless` has not. */
const hasWord = (name: string, words: readonly string[]): boolean => {
  const found = name.toLowerCase().split(/[^\p{L}\p{M}]+/u)
  return words.some((word) => found.includes(word))
}

/**
 * Why a layer inside a subject is no part of the training picture, whatever the switches say; null for what is. A mask
 * cuts others out and is not seen itself.
 */
export const whyLeftOut = (
  node: SceneNode,
  { names }: Pick<TrainingSwitches, 'names'>,
  known: KnownImages,
): Omission | null => {
  if (!node.visible) return 'hidden'
  if ('isMask' in node && node.isMask) return null
  if (isOurs(node)) return 'drafts'
  if (imageHashesOf(node).some((hash) => known.references.has(hash))) return 'references'
  if (isText(node) || isTextLabel(node)) return 'text'
  return hasWord(node.name, names) ? 'named' : null
}
