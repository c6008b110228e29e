import { readNodeData } from '../canvas/node-data.ts'
import type { PlannedLayer } from './plan-layers.ts'
import { squareOf } from './square-of.ts'

/** Why a layer cannot be a training picture, in words; null when it can. */
export const whyNoPicture = (subject: PlannedLayer): string | null => {
  const { node, children } = subject
  if (!node.visible) return 'It is hidden. Show it first.'
  if (readNodeData(node)?.kind === 'placeholder') return 'It still waits for its draft.'
  const leavesNothing = children.length > 0 && children.every(({ isKept }) => !isKept)
  return leavesNothing || squareOf(subject, 'whole') === null
    ? 'There is nothing to draw: it is empty, or all that is in it is left out.'
    : null
}
