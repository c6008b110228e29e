import type { BoardChoice, BoardRole } from '../../../../shared/board.ts'
import { BOARD_LIMIT } from '../../../../shared/board.ts'

type Roles = readonly { readonly role: BoardRole }[]

const MISSING = {
  'against-reference': ['reference', 'There is no reference among them.'],
  'against-finished': ['finished', 'There is no finished work among them.'],
} as const

/** Why the selection cannot go on a board, in words; null when it can. */
export const boardProblem = (
  count: number,
  layers: Roles,
  { layout }: Pick<BoardChoice, 'layout'>,
): string | null => {
  if (count > BOARD_LIMIT) return `A board holds ${BOARD_LIMIT} frames; ${count} are selected.`
  if (layers.length < 2) return 'Select at least two frames to put side by side.'
  if (layout === 'row' || layout === 'grid') return null
  const [wanted, missing] = MISSING[layout]
  const anchors = layers.filter(({ role }) => role === wanted).length
  if (anchors === 0) return missing
  return anchors === layers.length ? 'Select something to put beside it, too.' : null
}
