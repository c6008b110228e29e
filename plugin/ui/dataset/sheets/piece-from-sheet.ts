import { buildCaption } from '../../../../shared/build-caption.ts'
import type { SheetPiece, SheetView } from '../../../../shared/contract/sheet-routes.ts'
import type { Consent, PieceDraft } from '../../../../shared/piece.ts'
import { PIECE_SIDE } from '../../../../shared/piece.ts'
import type { Style } from '../../../../shared/style.ts'

/** A label that says from where a figurine is seen, not who it is. */
const VIEW = /^(front|back|rear|left|right|side|top|three[ -]quarters?)( side)?( view)?$/i

/** Who a figurine is, by the labels over its cell or else by the page's banner, and from where it is seen. */
const wordsOf = (sheet: SheetView, { labels }: SheetPiece): string => {
  const over = labels.filter(({ removed }) => removed).map(({ text }) => text.trim())
  const names = over.filter((text) => text !== '' && !VIEW.test(text))
  const views = over
    .filter((text) => VIEW.test(text))
    .map((text) => `${text.toLowerCase().replace(/ view$/, '')} view`)
  return [...(names.length > 0 ? names : sheet.hints.banner), ...views].join(', ')
}

/** A cleaned cell as a piece of a dataset. Its caption says what was written on the sheet, for her to edit. */
export const pieceFromSheet = (
  sheet: SheetView,
  cell: number,
  piece: SheetPiece,
  { style, consent }: { readonly style: Style; readonly consent: Consent },
): PieceDraft => {
  const { placed } = piece
  const words = wordsOf(sheet, piece)
  return {
    file: piece.file,
    caption: words === '' ? '' : buildCaption(style, words),
    provenance: { type: 'sheet', sheet: sheet.id, cell, flags: piece.flags },
    consent,
    aiShare: 0,
    heldOut: false,
    marks: [],
    enlarged: placed.w / piece.cell.w,
    padding: 1 - (placed.w * placed.h) / PIECE_SIDE ** 2,
  }
}
