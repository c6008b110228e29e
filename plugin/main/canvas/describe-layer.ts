import type { Layer } from '../../../shared/selection.ts'
import { boardAround, captioned } from '../board/board-around.ts'
import { roleOf } from '../board/role-of.ts'
import { findLostFinished } from './find-lost-finished.ts'
import { readNodeData } from './node-data.ts'

/** What the panel needs of a selected layer; a copy of a draft, or its caption on a board, tells the same as the draft. */
export const describeLayer = (layer: SceneNode): Layer => {
  const { id: node, name, width, height } = layer
  const data = readNodeData(captioned(layer))
  const draft = data?.kind === 'draft' ? data : null
  return {
    node,
    name,
    width,
    height,
    recipe: draft?.recipe ?? null,
    mark: draft?.mark ?? null,
    role: roleOf(layer),
    board: boardAround(layer),
    finishedOf: data?.kind === 'finished' ? data.of : null,
    lostFinished: findLostFinished(layer),
  }
}
