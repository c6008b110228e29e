import type { Layer } from '../../../shared/selection.ts'
import { findLostFinished } from './find-lost-finished.ts'
import { readNodeData } from './node-data.ts'

/** What the panel needs of a selected layer; a copy of a draft tells the same as the draft. */
export const describeLayer = (layer: SceneNode): Layer => {
  const { id: node, name, width, height } = layer
  const data = readNodeData(layer)
  const draft = data?.kind === 'draft' ? data : null
  return {
    node,
    name,
    width,
    height,
    recipe: draft?.recipe ?? null,
    mark: draft?.mark ?? null,
    finishedOf: data?.kind === 'finished' ? data.of : null,
    lostFinished: findLostFinished(layer),
  }
}
