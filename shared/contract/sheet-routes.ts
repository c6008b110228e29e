import * as v from 'valibot'
import { ErrorCode } from '../errors.ts'
import { FileId, SheetId } from '../ids.ts'

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(0))
const Side = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A rectangle in whole pixels: of the sheet, unless said otherwise. */
export const Box = v.object({ x: Pixels, y: Pixels, w: Side, h: Side })
export type Box = v.InferOutput<typeof Box>

/**
 * Why a person should look at a piece. `text_on_figure`: words on the figurine, hers or a label's, are left as they
 * are. `text_left`: what looks like text is still there. `fill_visible`: where a label was, the background is too busy to
 * be made again. `uncertain_cell`: its edges are a guess. `figure_cut`: the figurine touches the edge.
 * `several_figures`, `no_figure`: what a cell should not hold. `small`: enlarged by more than half.
 */
export const PieceFlag = v.picklist([
  'text_on_figure',
  'text_left',
  'fill_visible',
  'uncertain_cell',
  'figure_cut',
  'several_figures',
  'no_figure',
  'small',
])
export type PieceFlag = v.InferOutput<typeof PieceFlag>

/** Why a person should doubt the whole sheet: it looks like a photo or a page of text, or holds more cells than we take. */
export const SheetFlag = v.picklist(['photo', 'mostly_text', 'many_cells'])
export type SheetFlag = v.InferOutput<typeof SheetFlag>

/** Words that lie over a cell. */
export const SheetLabel = v.object({
  box: Box,
  /** As far as it could be read. */
  text: v.string(),
  /** It covers a part of the figurine, or belongs to it. */
  onFigure: v.boolean(),
  /** It is painted over in the piece; one on the figurine only by hand. */
  removed: v.boolean(),
})
export type SheetLabel = v.InferOutput<typeof SheetLabel>

/** A picture to show, with its size in pixels. */
const Shown = v.object({ file: FileId, width: Side, height: Side })

/** One cell of a sheet as a training picture of 1024 × 1024 pixels: PNG, sRGB, no alpha. */
export const SheetPiece = v.object({
  cell: Box,
  file: FileId,
  /** The same cut before any label was painted over. */
  before: FileId,
  /** Where the cell lies in the picture, in its pixels; around it is more of the cell's background. */
  placed: Box,
  /** From 0 to 1. */
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  flags: v.array(PieceFlag),
  labels: v.array(SheetLabel),
  /** The labels were set by hand, not found. */
  relabelled: v.optional(v.boolean(), false),
})
export type SheetPiece = v.InferOutput<typeof SheetPiece>

const common = {
  id: SheetId,
  /** The page as it was sent, and its size in pixels. */
  file: FileId,
  width: Side,
  height: Side,
  /** What the page is called, such as the name of its file. */
  name: v.nullable(v.string()),
  progress: v.object({
    /** From 0 to 1; null while nothing is known. */
    fraction: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    /** What is being done, in words for her. */
    note: v.nullable(v.string()),
  }),
  /** The whole page, no side longer than 2048 pixels; null until the first look at it. */
  preview: v.nullable(Shown),
  banner: v.optional(Box),
  footer: v.optional(Box),
  /** What is written outside the cells, line by line: for captions. */
  hints: v.object({ banner: v.array(v.string()), footer: v.array(v.string()) }),
  flags: v.array(SheetFlag),
  /** In reading order. While the sheet is cleaned again, still those of the last time. */
  pieces: v.array(SheetPiece),
  /** The cells were set by hand. */
  edited: v.boolean(),
  /** ISO 8601, UTC. */
  createdAt: v.string(),
  finishedAt: v.nullable(v.string()),
  /** Grows with every change that is kept: of two views the one with the larger number is newer. */
  sequence: v.number(),
}

/** A sheet as everybody sees it. */
export const SheetView = v.variant('state', [
  v.object({ ...common, state: v.picklist(['queued', 'running', 'succeeded', 'canceled']) }),
  v.object({
    ...common,
    state: v.literal('failed'),
    error: v.object({ code: ErrorCode, message: v.string() }),
  }),
])
export type SheetView = v.InferOutput<typeof SheetView>

const SheetAnswer = v.object({ sheet: SheetView })

/** How each route is asked, and what it answers. */
export const sheetRoutes = {
  createSheet: { method: 'POST', path: '/v1/sheets', response: SheetAnswer },
  listSheets: {
    method: 'GET',
    path: '/v1/sheets',
    response: v.object({ sheets: v.array(SheetView), next: v.nullable(v.string()) }),
  },
  getSheet: { method: 'GET', path: '/v1/sheets/{id}', response: SheetAnswer },
  setSheetPieces: { method: 'PUT', path: '/v1/sheets/{id}/pieces', response: SheetAnswer },
  cancelSheet: { method: 'POST', path: '/v1/sheets/{id}/cancel', response: SheetAnswer },
  deleteSheet: {
    method: 'DELETE',
    path: '/v1/sheets/{id}',
    response: v.object({ id: SheetId }),
  },
} as const
