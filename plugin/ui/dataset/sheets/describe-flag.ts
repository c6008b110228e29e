import type { PieceFlag, SheetFlag } from '../../../../shared/contract/sheet-routes.ts'

/** Why she should look at a piece, in words. */
export const PIECE_FLAG_WORDS: Readonly<Record<PieceFlag, string>> = {
  text_on_figure: 'Words lie on the figurine. They were left: paint out what is only a label.',
  text_left: 'Something that looks like text may still be there.',
  fill_visible: 'The background under a label was too busy to be made again. Look closely.',
  uncertain_cell: 'The edges of this cell are a guess.',
  figure_cut: 'The figurine touches the edge of its cell.',
  several_figures: 'More than one figurine may be in this cell.',
  no_figure: 'No figurine was found in this cell.',
  small: 'The cell is small: it was enlarged by more than half.',
}

/** Why she should doubt a whole sheet, in words. */
export const SHEET_FLAG_WORDS: Readonly<Record<SheetFlag, string>> = {
  photo: 'This looks like a photo, not a design sheet.',
  mostly_text: 'This page is mostly text.',
  many_cells: 'The sheet has more cells than are taken at once. Only the first ones are here.',
}
