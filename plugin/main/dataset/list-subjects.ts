import type { Subject } from '../../../shared/dataset-procedures.ts'
import { SUBJECT_LIMIT } from '../../../shared/dataset-procedures.ts'
import { boundsOf } from '../canvas/bounds-of.ts'
import { inReadingOrder } from '../canvas/reading-order.ts'
import type { ImageRegistry } from './known-images.ts'
import { partsOf } from './parts-of.ts'

/** Layers between two pauses, in which Figma draws and hears her. */
const AT_ONCE = 20

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** The selected layers as training pictures, in reading order. */
export const listSubjects = async (
  images: ImageRegistry,
  names: readonly string[],
): Promise<{ readonly count: number; readonly subjects: Subject[] }> => {
  const { selection } = figma.currentPage
  const known = await images.look()
  const chosen = inReadingOrder(
    selection.filter(({ type }) => type !== 'SLICE'),
    boundsOf,
  ).slice(0, SUBJECT_LIMIT)
  const subjects: Subject[] = []
  for (const [at, layer] of chosen.entries()) {
    if (at > 0 && at % AT_ONCE === 0) await pause()
    if (layer.removed) continue
    const { nodes, areApart } = partsOf(layer, { names: [...names] }, known)
    const parts = nodes.map(({ id: node, name }) => ({ node, name }))
    subjects.push({ node: layer.id, name: layer.name, parts, areApart })
  }
  return { count: selection.length, subjects }
}
