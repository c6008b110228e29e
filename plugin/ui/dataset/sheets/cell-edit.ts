import type { Box, SheetPiece, SheetView } from '../../../../shared/contract/sheet-routes.ts'
import type { CellByHand } from '../../../../shared/contract/sheets.ts'

/** A cell as it stands in the review: cleaned like this already, or moved, added or relabelled by hand. */
export type CellEdit = {
  readonly cell: Box
  /** The cleaned piece that it came from; null for one that was added. */
  readonly piece: SheetPiece | null
  /** Null: they are looked for when the sheet is cleaned again. */
  readonly labels: readonly { readonly box: Box; readonly removed: boolean }[] | null
}

export const editOf = (piece: SheetPiece): CellEdit => ({
  cell: piece.cell,
  piece,
  labels: piece.labels.map(({ box, removed }) => ({ box, removed })),
})

export const editsOf = ({ pieces }: SheetView): readonly CellEdit[] => pieces.map(editOf)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The piece that shows this cell as it is; null when it has to be cleaned first. */
export const cleanedPiece = (edit: CellEdit): SheetPiece | null =>
  edit.piece !== null && isSame(editOf(edit.piece), edit) ? edit.piece : null

/** Whether the review asks for something else than what was cleaned. */
export const isEdited = (edits: readonly CellEdit[], { pieces }: SheetView): boolean =>
  edits.length !== pieces.length || edits.some((edit) => cleanedPiece(edit) === null)

/** Labels that she never set are looked for anew, so that what is doubtful about them is found again, too. */
const labelsByHand = ({ piece, labels }: CellEdit): CellEdit['labels'] =>
  piece !== null && !piece.relabelled && isSame(editOf(piece).labels, labels) ? null : labels

/** A cell that was moved has its labels looked for anew, unless she set them herself. */
export const moved = (edit: CellEdit, cell: Box): CellEdit => ({
  ...edit,
  cell,
  labels: labelsByHand(edit),
})

/** What the proxy is asked to clean. */
export const byHand = (edits: readonly CellEdit[]): CellByHand[] =>
  edits.map((edit) => {
    const labels = labelsByHand(edit)
    return {
      cell: edit.cell,
      ...(labels !== null && { labels: labels.map((label) => ({ ...label })) }),
    }
  })
