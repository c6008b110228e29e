import type { Box, PieceFlag } from '../../shared/contract/index.ts'
import type { MadePiece } from '../../server/sheets/clean-sheet.ts'
import { areaOf, overlapOf } from './box-measures.ts'

/** The flags that say: look at how this cell was cut. `small` says nothing of the kind. */
export const CELL_FLAGS: ReadonlySet<PieceFlag> = new Set<PieceFlag>([
  'uncertain_cell',
  'figure_cut',
  'several_figures',
  'no_figure',
])

/** Of the words, that a box must cover for a person to see which are meant. */
const COVERED = 0.3

/** Whether a flag says that words are to be looked at, and a box on the screen shows that it is these. */
export const isPointedAt = ({ flags, labels }: MadePiece, words: Box): boolean =>
  labels.some(
    ({ box, onFigure, removed }) =>
      overlapOf(box, words) >= COVERED * areaOf(words) &&
      (removed
        ? flags.includes('fill_visible')
        : flags.includes(onFigure ? 'text_on_figure' : 'text_left')),
  )
