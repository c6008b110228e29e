import type { BoardRole } from '../../../shared/board.ts'
import { readNodeData } from '../canvas/node-data.ts'
import { readBoard, readBoardPart } from './board-data.ts'

/** A picture and nothing else, such as a customer's photo. */
const isPicture = (layer: SceneNode): boolean => {
  if (!('fills' in layer) || layer.fills === figma.mixed) return false
  const isEmpty = !('children' in layer) || layer.children.length === 0
  return isEmpty && layer.fills.some(({ type, visible }) => type === 'IMAGE' && visible !== false)
}

/**
 * What a layer is to a comparison, as far as the file tells: a picture that is no draft and not linked as finished work
 * is a reference until she says otherwise. Null for what cannot be compared.
 */
export const roleOf = (layer: SceneNode): BoardRole | null => {
  const part = readBoardPart(layer)
  if (readBoard(layer) !== null || part?.part === 'caption' || part?.part === 'ring') return null
  if (part?.part === 'tile') return part.role
  const data = readNodeData(layer)
  switch (data?.kind) {
    case 'placeholder':
      return null
    case 'draft':
    case 'finished':
      return data.kind
    case undefined:
      return isPicture(layer) ? 'reference' : 'own'
  }
}
