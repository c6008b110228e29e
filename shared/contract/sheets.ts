import * as v from 'valibot'
import { FileId, SheetId } from '../ids.ts'
import { Box, sheetRoutes } from './sheet-routes.ts'

/** The largest page, in bytes: `POST /v1/files?for=sheet`. */
export const SHEET_UPLOAD_LIMIT = 100 * 1024 * 1024
/** The longest side of a page and all of it, in pixels. */
export const SHEET_SIDE_LIMIT = 12_000
export const SHEET_PIXEL_LIMIT = 80_000_000
/** The most cells that one sheet is cut into. */
export const CELL_LIMIT = 40
const LABEL_LIMIT = 60

const OneSheet = v.object({ id: SheetId })

/** A cell by hand. Without labels they are looked for; with them, those to be removed are, and nothing else is. */
const CellByHand = v.strictObject({
  cell: Box,
  labels: v.optional(
    v.pipe(
      v.array(v.strictObject({ box: Box, removed: v.optional(v.boolean(), true) })),
      v.maxLength(LABEL_LIMIT, `One cell has at most ${LABEL_LIMIT} labels.`),
    ),
  ),
})
export type CellByHand = v.InferOutput<typeof CellByHand>

export const CellsByHand = v.strictObject({
  pieces: v.pipe(
    v.array(CellByHand),
    v.minLength(1, 'Keep at least one cell.'),
    v.maxLength(CELL_LIMIT, `One sheet has at most ${CELL_LIMIT} cells.`),
  ),
})

export const sheets = {
  createSheet: {
    ...sheetRoutes.createSheet,
    summary: 'Clean a design sheet. The same picture again is the same sheet.',
    status: 202,
    body: v.strictObject({
      file: FileId,
      /** What the page is called. */
      name: v.optional(v.pipe(v.string(), v.maxLength(300, 'A name has at most 300 characters.'))),
    }),
  },
  listSheets: {
    ...sheetRoutes.listSheets,
    summary: 'Sheets, newest first.',
    status: 200,
    query: v.object({
      cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
      limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, 'From 1 to 100.'))),
    }),
  },
  getSheet: { ...sheetRoutes.getSheet, summary: 'One sheet.', status: 200, params: OneSheet },
  setSheetPieces: {
    ...sheetRoutes.setSheetPieces,
    summary: 'Clean a sheet again with cells and labels as set by hand.',
    status: 202,
    params: OneSheet,
    body: CellsByHand,
  },
  cancelSheet: {
    ...sheetRoutes.cancelSheet,
    summary: 'Stop cleaning; answers with the sheet as it ended.',
    status: 200,
    params: OneSheet,
  },
  deleteSheet: {
    ...sheetRoutes.deleteSheet,
    summary: 'Forget a sheet and the pictures that nothing else needs.',
    status: 200,
    params: OneSheet,
  },
} as const
