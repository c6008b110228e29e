import type { Selection } from '../../../shared/selection.ts'
import { LAYER_LIMIT } from '../../../shared/selection.ts'
import { boundsOf } from './bounds-of.ts'
import { describeLayer } from './describe-layer.ts'
import { inReadingOrder } from './reading-order.ts'
import { toPlaceholder } from './to-placeholder.ts'

/** What is selected on the current page, as plain objects. */
export const describeSelection = (): Selection => {
  const { selection } = figma.currentPage
  const [first] = selection
  if (first === undefined)
    return { count: 0, first: null, recipe: null, placeholder: null, layers: [] }
  const { id: node, name, width, height } = first
  const only = selection.length === 1 ? first : null
  const layers = inReadingOrder(selection, boundsOf).slice(0, LAYER_LIMIT).map(describeLayer)
  return {
    count: selection.length,
    first: { node, name, width, height },
    recipe: only === null ? null : (layers[0]?.recipe ?? null),
    placeholder: only === null ? null : toPlaceholder(only),
    layers,
  }
}
