import type { PictureRef } from '../../../shared/picture-ref.ts'
import { clearNodeData, readNodeData, writeNodeData, writePart } from '../canvas/node-data.ts'
import { undoStep } from '../canvas/undo-step.ts'

type Link = { readonly node: string; readonly of: PictureRef | null }

/**
 * Ties her finished work to the draft that it grew from, in one undo step. Its layers are told, too: when it is
 * ungrouped, the link can be offered again. A draft or a placeholder is not finished work: `missing`.
 */
export const linkFinished = async ({ node: id, of }: Link): Promise<'linked' | 'missing'> => {
  const node = await figma.getNodeByIdAsync(id)
  if (node === null || node.removed || node.type === 'PAGE' || node.type === 'DOCUMENT')
    return 'missing'
  const before = readNodeData(node)
  if (before !== null && before.kind !== 'finished') return 'missing'
  undoStep(() => {
    if (of === null) clearNodeData(node)
    else writeNodeData(node, { kind: 'finished', node: node.id, of })
    writePart(node, null)
    if ('children' in node) node.children.forEach((layer) => writePart(layer, of))
  })
  return 'linked'
}
