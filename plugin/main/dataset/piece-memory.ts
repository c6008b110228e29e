import * as v from 'valibot'
import type { Exported, PieceChoices } from '../../../shared/piece-memory.ts'
import { PieceMemory } from '../../../shared/piece-memory.ts'
import { NodeId } from '../../../shared/picture-ref.ts'
import { versioned } from '../../../shared/versioned.ts'

const KEY = 'training'
/** With the layer's own id: Figma copies plugin data with the node, and a copy was never exported. */
const stored = versioned(v.object({ node: NodeId, ...PieceMemory.entries }))

/** What a layer remembers; null for one that nothing was decided about. A copy has the decisions of its original. */
export const readPieceMemory = (layer: SceneNode): PieceMemory | null => {
  const memory = stored.read(layer.getPluginData(KEY))
  if (memory === null) return null
  const { node, exported, ...choices } = memory
  return { ...choices, exported: node === layer.id ? exported : [] }
}

/** Within an undo step. */
export const writePieceMemory = (
  layer: SceneNode,
  { fit, keep, consent, trainAnyway }: PieceChoices,
  exported: Exported | null,
): void => {
  const before = readPieceMemory(layer)?.exported ?? []
  const others = before.filter(({ style }) => style !== exported?.style)
  layer.setPluginData(
    KEY,
    stored.write({
      node: layer.id,
      fit,
      keep,
      consent,
      trainAnyway,
      exported: exported === null ? before : [...others, exported],
    }),
  )
}
