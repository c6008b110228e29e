import type { Layer } from '../../../shared/selection.ts'
import { readNodeData } from './node-data.ts'

/** What the panel needs of a selected layer. A copy of a draft has its recipe, and no mark of its own. */
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
    mark: draft?.node === node ? draft.mark : null,
    finishedOf: data?.kind === 'finished' ? data.of : null,
  }
}
