import type { BoardSummary } from '../../../shared/board.ts'
import { readBoard, readBoardPart } from './board-data.ts'

/** The board that a layer is, or lies on; null without one. */
export const boardAround = (layer: BaseNode): BoardSummary | null => {
  if (layer.type === 'PAGE' || layer.type === 'DOCUMENT') return null
  const board = readBoard(layer)
  if (board !== null) return { node: layer.id, ...board }
  return layer.parent === null ? null : boardAround(layer.parent)
}

/** The frame that a caption or a ring on a board is about; any other layer itself. */
export const captioned = (layer: SceneNode): SceneNode => {
  const about = readBoardPart(layer)
  const { parent } = layer
  if (about === null || about.part === 'tile' || parent?.type !== 'SECTION') return layer
  const tile = parent.children.find((one) => {
    const part = readBoardPart(one)
    return part?.part === 'tile' && part.at === about.at
  })
  return tile ?? layer
}
