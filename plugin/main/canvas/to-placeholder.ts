import type { Placeholder } from '../../../shared/picture-ref.ts'
import { readPlaceholder } from './node-data.ts'

/** The placeholder that a node is, as the panel knows it; null for any other node. */
export const toPlaceholder = (node: BaseNode): Placeholder | null => {
  const data = readPlaceholder(node)
  if (data === null) return null
  const { job, index, failure } = data
  return { job, index, node: node.id, failure }
}
