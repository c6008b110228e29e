import type { Selection } from '../../../shared/canvas.ts'
import { readNodeData } from './node-data.ts'
import { toPlaceholder } from './to-placeholder.ts'

/** What is selected on the current page, as plain objects. */
export const describeSelection = (): Selection => {
  const { selection } = figma.currentPage
  const [first] = selection
  if (first === undefined) return { count: 0, first: null, recipe: null, placeholder: null }
  const { id: node, name, width, height } = first
  const only = selection.length === 1 ? first : null
  const data = only === null ? null : readNodeData(only)
  return {
    count: selection.length,
    first: { node, name, width, height },
    recipe: data?.kind === 'draft' ? data.recipe : null,
    placeholder: only === null ? null : toPlaceholder(only),
  }
}
