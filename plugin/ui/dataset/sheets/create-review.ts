import { computed, signal } from '@preact/signals-core'
import type { Box, SheetPiece, SheetView } from '../../../../shared/contract/sheet-routes.ts'
import type { CellEdit } from './cell-edit.ts'
import { cleanedPiece, editsOf, isEdited, moved } from './cell-edit.ts'
import type { Grip } from './move-box.ts'
import { moveBox } from './move-box.ts'

/** How large a new cell or label is at first, as a share of its surroundings. */
const SHARE = 0.3

const inMiddle = ({ x, y, w, h }: Box): Box => {
  const width = Math.max(1, Math.round(w * SHARE))
  const height = Math.max(1, Math.round(h * SHARE))
  return {
    x: x + Math.round((w - width) / 2),
    y: y + Math.round((h - height) / 2),
    w: width,
    h: height,
  }
}

/** One look at a cleaned sheet: what is set by hand, what is looked at, and which pieces she keeps. */
export const createReview = (sheet: SheetView) => {
  const edits = signal(editsOf(sheet))
  /** Which cell is looked at; none on a sheet without cells. */
  const current = signal(
    Math.max(
      0,
      sheet.pieces.findIndex(({ flags }) => flags.length > 0),
    ),
  )
  /** Doubtful pieces are kept by her own word only. */
  const kept = signal<ReadonlySet<SheetPiece>>(
    new Set(sheet.pieces.filter(({ flags }) => flags.length === 0)),
  )
  const page: Box = { x: 0, y: 0, w: sheet.width, h: sheet.height }

  const change = (at: number, next: CellEdit): void => {
    edits.value = edits.value.with(at, next)
  }
  const changeLabels = (
    at: number,
    next: (labels: NonNullable<CellEdit['labels']>) => NonNullable<CellEdit['labels']>,
  ): void => {
    const edit = edits.value[at]
    if (edit !== undefined) change(at, { ...edit, labels: next(edit.labels ?? []) })
  }

  return {
    sheet,
    edits,
    current,
    kept,
    isEdited: computed(() => isEdited(edits.value, sheet)),
    /** Cells that she wants and that are cleaned as they stand, with their places on the sheet. */
    chosen: computed(() =>
      edits.value.flatMap((edit) => {
        const piece = cleanedPiece(edit)
        return piece !== null && kept.value.has(piece)
          ? [{ cell: sheet.pieces.indexOf(piece), piece }]
          : []
      }),
    ),
    keep: (piece: SheetPiece, isKept: boolean): void => {
      const next = new Set(kept.value)
      if (isKept) next.add(piece)
      else next.delete(piece)
      kept.value = next
    },
    moveCell: (at: number, grip: Grip, from: Box, by: { x: number; y: number }): void => {
      const edit = edits.value[at]
      if (edit !== undefined) change(at, moved(edit, moveBox(from, grip, by, sheet)))
    },
    addCell: (): void => {
      edits.value = [...edits.value, { cell: inMiddle(page), piece: null, labels: null }]
      current.value = edits.value.length - 1
    },
    dropCell: (at: number): void => {
      edits.value = edits.value.toSpliced(at, 1)
      current.value = Math.min(at, Math.max(0, edits.value.length - 1))
    },
    moveLabel: (at: number, label: number, grip: Grip, from: Box, by: { x: number; y: number }) =>
      changeLabels(at, (labels) => {
        const one = labels[label]
        return one === undefined
          ? labels
          : labels.with(label, { ...one, box: moveBox(from, grip, by, sheet) })
      }),
    removeLabel: (at: number, label: number, removed: boolean): void =>
      changeLabels(at, (labels) =>
        labels.map((one, i) => (i === label ? { ...one, removed } : one)),
      ),
    addLabel: (at: number): void => {
      const cell = edits.value[at]?.cell
      if (cell !== undefined)
        changeLabels(at, (labels) => [...labels, { box: inMiddle(cell), removed: true }])
    },
    reset: (): void => {
      edits.value = editsOf(sheet)
    },
  }
}
export type Review = ReturnType<typeof createReview>
