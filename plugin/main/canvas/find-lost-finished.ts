import type { Layer } from '../../../shared/selection.ts'
import { readNodeData, readPart } from './node-data.ts'

const isFinished = (node: SceneNode): boolean => readNodeData(node)?.kind === 'finished'

const holderOf = ({ parent }: SceneNode): SceneNode | null =>
  parent === null || parent.type === 'PAGE' || parent.type === 'DOCUMENT' ? null : parent

/**
 * A link to finished work that went with its group: its layers still know their draft. It can be made again on the
 * nearest parent that holds them, which is the layer itself at the top of the page.
 */
export const findLostFinished = (layer: SceneNode): Layer['lostFinished'] => {
  if (isFinished(layer)) return null
  const parts = 'children' in layer ? layer.children.map(readPart) : []
  const within = parts.find((part) => part !== null)
  if (within !== undefined) return { node: layer.id, name: layer.name, of: within }
  const own = readPart(layer)
  if (own === null) return null
  const holder = holderOf(layer) ?? layer
  return isFinished(holder) ? null : { node: holder.id, name: holder.name, of: own }
}
