import { isVisiblePaint } from './image-hashes-of.ts'
import { hasBackground } from './background-of.ts'
import type { PlannedLayer } from './plan-layers.ts'

const isShadow = ({ type }: Effect): boolean => type === 'DROP_SHADOW' || type === 'INNER_SHADOW'

/** The background is the square's now, and the border and the shadow of the card that it was go with it. */
const dropCard = (node: SceneNode): void => {
  if ('fills' in node) node.fills = []
  if ('strokes' in node && node.strokes.some(isVisiblePaint)) node.strokes = []
  if ('effects' in node && node.effects.some(isShadow))
    node.effects = node.effects.filter((effect) => !isShadow(effect))
}

const fade = ({ node, why, isKept, children }: PlannedLayer): void => {
  if (isKept && why === 'hidden') node.visible = true
  // Not removed and not hidden: auto-layout would close the gap, and a layer of an instance cannot go.
  if (!isKept && why !== 'hidden' && 'opacity' in node) node.opacity = 0
  children.forEach(fade)
}

/** Takes out of a subject's copy what its plan leaves out, and the background that the square has in its place. */
export const leaveOut = (copy: PlannedLayer): void => {
  fade(copy)
  if (hasBackground(copy)) dropCard(copy.node)
}
