import { boundsOf } from '../canvas/bounds-of.ts'
import type { Rectangle } from '../canvas/rectangle.ts'
import { around } from '../canvas/rectangle.ts'
import { fillsOf, isVisiblePaint } from './image-hashes-of.ts'
import type { PlannedLayer } from './plan-layers.ts'

const clips = (node: SceneNode): boolean => 'clipsContent' in node && node.clipsContent

const hasPaint = (node: SceneNode): boolean => fillsOf(node).some(isVisiblePaint)

export const boundsOfAll = (layers: readonly PlannedLayer[]): Rectangle | null =>
  around(layers.map(keptBounds).filter((bounds) => bounds !== null))

/** What is drawn of a layer without what is left out, on its page; null when nothing is. */
export const keptBounds = (layer: PlannedLayer): Rectangle | null => {
  const { node, isKept, children } = layer
  if (!isKept || node.type === 'SLICE') return null
  if (!('children' in node)) return boundsOf(node)
  if (clips(node)) return node.absoluteBoundingBox
  const inside = boundsOfAll(children)
  const own = hasPaint(node) || children.length === 0 ? node.absoluteBoundingBox : null
  return around([own, inside].filter((bounds) => bounds !== null))
}
