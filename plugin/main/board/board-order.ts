import type { BoardLayout, BoardRole } from '../../../shared/board.ts'
import { AppError } from '../../../shared/errors.ts'

/** The most frames that lie on a board, those that repeat included. */
const LIMIT = 128

export type BoardOrder = {
  /** Which frame stands in each cell, by its number; one that repeats comes up again and again. */
  readonly cells: readonly number[]
  /** So many cells in a row belong together. */
  readonly group: number
}

const AGAINST = {
  'against-reference': { role: 'reference', missing: 'There is no reference among these frames.' },
  'against-finished': {
    role: 'finished',
    missing: 'There is no finished work among these frames.',
  },
} as const

/**
 * How the frames of a board, which are in the order of their roles, follow each other. Throws AppError
 * `invalid_request` for a layout that they cannot have.
 */
export const orderBoard = (roles: readonly BoardRole[], layout: BoardLayout): BoardOrder => {
  const all = roles.map((_, at) => at)
  if (layout === 'row' || layout === 'grid') return { cells: all, group: 1 }
  const { role, missing } = AGAINST[layout]
  const anchors = all.filter((at) => roles[at] === role)
  const others = all.filter((at) => roles[at] !== role)
  if (anchors.length === 0) throw new AppError('invalid_request', missing)
  if (others.length === 0)
    throw new AppError('invalid_request', 'Select something to put beside it, too.')
  const cells = others.flatMap((at) => (role === 'reference' ? [...anchors, at] : [at, ...anchors]))
  if (cells.length > LIMIT)
    throw new AppError(
      'invalid_request',
      `That would be ${cells.length} pictures, and a board holds ${LIMIT} at most. Select fewer, or lay them out as a grid.`,
    )
  return { cells, group: anchors.length + 1 }
}
