import sharp from 'sharp'
import type { Box } from '../../shared/contract/index.ts'
import type { MadePiece, MadeSheet } from '../../server/sheets/clean-sheet.ts'
import { dilate } from '../../server/sheets/raster/morphology.ts'
import type { Raster } from '../../server/sheets/raster/raster.ts'
import { crop } from '../../server/sheets/raster/raster.ts'
import { resize } from '../../server/sheets/raster/resize.ts'
import type { CellTruth, Sheet } from './sheet-truth.ts'

/** How far a cell may be off, in pixels, without cutting its figurine. */
const SLACK = 3
const IOU = 0.93
/** A label's pixel is wrong when it is so far, of 255, from the clean one; the label, when this share of them is. */
const FAR = 32
const WRONG_SHARE = 0.08
/** Of the figurine's pixels, that may change before its text counts as lost. */
const KEPT_SHARE = 0.002

export type LabelScore = {
  readonly text: string
  readonly touching: boolean
  readonly wrongShare: number
  readonly wrong: boolean
  readonly flagged: boolean
}

export type CellScore = {
  readonly sheet: string
  readonly index: number
  readonly piece: MadePiece | null
  readonly right: boolean
  readonly flagged: boolean
  readonly flags: readonly string[]
  readonly iou: number
  /** Decibels, outside the labels; 99 where nothing changed. Null where there is no piece. */
  readonly psnr: number | null
  readonly labels: readonly LabelScore[]
  /** Null: it has no text of its own. */
  readonly textKept: boolean | null
  /** What the piece should be, for looking at. */
  readonly ideal: Raster | null
}

const overlap = (a: Box, b: Box): number => {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
  return w > 0 && h > 0 ? w * h : 0
}
const areaOf = ({ w, h }: Box): number => w * h
const iouOf = (a: Box, b: Box): number => {
  const both = overlap(a, b)
  return both / (areaOf(a) + areaOf(b) - both)
}
const holds = (cell: Box, inner: Box): boolean =>
  cell.x <= inner.x + SLACK &&
  cell.y <= inner.y + SLACK &&
  cell.x + cell.w >= inner.x + inner.w - SLACK &&
  cell.y + cell.h >= inner.y + inner.h - SLACK

const softened = async ({ data, width, height }: Raster): Promise<Uint8Array> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .convolve({ width: 3, height: 3, kernel: [1, 1, 1, 1, 1, 1, 1, 1, 1] })
    .raw()
    .toBuffer()

const distance = (a: Uint8Array, b: Uint8Array, at: number): number =>
  Math.max(
    Math.abs((a[at * 3] ?? 0) - (b[at * 3] ?? 0)),
    Math.abs((a[at * 3 + 1] ?? 0) - (b[at * 3 + 1] ?? 0)),
    Math.abs((a[at * 3 + 2] ?? 0) - (b[at * 3 + 2] ?? 0)),
  )

/** The piece as it should be, and for each of its pixels: 1 a label's, 2 near a label or at a round corner, 0 neither. */
const idealOf = async (page: Raster, truth: CellTruth, piece: MadePiece) => {
  const { cell, placed } = piece
  const { rect } = truth
  const own = crop(page, cell)
  const mask = { width: rect.w, height: rect.h, data: truth.labelMask }
  const wide = dilate(mask, 6).data
  const near = dilate(mask, 2).data
  for (let y = 0; y < cell.h; y += 1)
    for (let x = 0; x < cell.w; x += 1) {
      const [u, v] = [cell.x + x - rect.x, cell.y + y - rect.y]
      if (u < 0 || v < 0 || u >= rect.w || v >= rect.h || wide[v * rect.w + u] !== 1) continue
      for (let c = 0; c < 3; c += 1)
        own.data[(y * cell.w + x) * 3 + c] = truth.clean[(v * rect.w + u) * 3 + c] ?? 0
    }
  const inner = await resize(own, { width: placed.w, height: placed.h }, 'sharp')
  const kind = new Uint8Array(placed.w * placed.h)
  const at = (x: number, y: number) => ({
    u: Math.floor(((x + 0.5) * cell.w) / placed.w) + cell.x - rect.x,
    v: Math.floor(((y + 0.5) * cell.h) / placed.h) + cell.y - rect.y,
  })
  const corner = truth.rounded === 0 ? 0 : truth.rounded + 12
  for (let y = 0; y < placed.h; y += 1)
    for (let x = 0; x < placed.w; x += 1) {
      const { u, v } = at(x, y)
      if (u < 0 || v < 0 || u >= rect.w || v >= rect.h) kind[y * placed.w + x] = 2
      else if (truth.labelMask[v * rect.w + u] === 1) kind[y * placed.w + x] = 1
      else if (near[v * rect.w + u] === 1) kind[y * placed.w + x] = 2
      else if (Math.min(u, rect.w - u) < corner && Math.min(v, rect.h - v) < corner)
        kind[y * placed.w + x] = 2
    }
  return { inner, kind, at }
}

const missing = (sheet: Sheet, index: number, truth: CellTruth, flagged: boolean): CellScore => ({
  sheet: sheet.name,
  index,
  piece: null,
  right: false,
  flagged,
  flags: [],
  iou: 0,
  psnr: null,
  labels: truth.labels.map(({ text, touching }) => ({
    text,
    touching,
    wrongShare: 1,
    wrong: true,
    flagged,
  })),
  textKept: null,
  ideal: null,
})

const scoreCell = async (
  sheet: Sheet,
  page: Raster,
  index: number,
  truth: CellTruth,
  made: MadeSheet,
): Promise<CellScore> => {
  const sheetFlagged = made.flags.length > 0
  const piece = made.pieces.reduce<MadePiece | null>(
    (best, each) =>
      overlap(each.cell, truth.figureBox) > (best ? overlap(best.cell, truth.figureBox) : 0)
        ? each
        : best,
    null,
  )
  if (piece === null) return missing(sheet, index, truth, sheetFlagged)
  const iou = iouOf(piece.cell, truth.rect)
  const isAlone = sheet.cells.every(
    (other) =>
      other === truth || overlap(piece.cell, other.figureBox) < 0.02 * areaOf(other.figureBox),
  )
  const right = holds(piece.cell, truth.figureBox) && isAlone && (!truth.panel || iou >= IOU)
  const flagged = sheetFlagged || piece.flags.length > 0
  const { inner, kind, at } = await idealOf(page, truth, piece)
  const after = crop(piece.after, piece.placed)
  const [softAfter, softIdeal] = [await softened(after), await softened(inner)]

  let [sum, count] = [0, 0]
  let [changed, figure] = [0, 0]
  const before = crop(piece.before, piece.placed)
  const { figureBox: box, rect } = truth
  for (let p = 0; p < kind.length; p += 1) {
    if (kind[p] !== 0) continue
    for (let c = 0; c < 3; c += 1)
      sum += ((after.data[p * 3 + c] ?? 0) - (inner.data[p * 3 + c] ?? 0)) ** 2
    count += 3
    const { u, v } = at(p % piece.placed.w, Math.floor(p / piece.placed.w))
    const [x, y] = [u + rect.x, v + rect.y]
    if (x < box.x || y < box.y || x >= box.x + box.w || y >= box.y + box.h) continue
    figure += 1
    if (distance(after.data, before.data, p) > 24) changed += 1
  }
  const mse = sum / Math.max(1, count)
  const labels = truth.labels.map((label): LabelScore => {
    let [wrong, all] = [0, 0]
    for (let p = 0; p < kind.length; p += 1) {
      if (kind[p] !== 1) continue
      const { u, v } = at(p % piece.placed.w, Math.floor(p / piece.placed.w))
      const [x, y] = [u + rect.x - label.box.x, v + rect.y - label.box.y]
      if (x < 0 || y < 0 || x >= label.box.w || y >= label.box.h) continue
      all += 1
      if (distance(softAfter, softIdeal, p) > FAR) wrong += 1
    }
    const wrongShare = wrong / Math.max(1, all)
    const { text, touching } = label
    return { text, touching, wrongShare, wrong: wrongShare > WRONG_SHARE, flagged }
  })
  return {
    sheet: sheet.name,
    index,
    piece,
    right,
    flagged,
    flags: piece.flags,
    iou,
    psnr: mse === 0 ? 99 : Math.min(99, 10 * Math.log10((255 * 255) / mse)),
    labels,
    textKept: truth.keepText.length === 0 ? null : changed <= KEPT_SHARE * figure,
    ideal: inner,
  }
}

export type SheetScore = {
  readonly cells: readonly CellScore[]
  /** Pieces that are no cell of the truth, and those of them without a flag. */
  readonly extra: number
  readonly extraUnflagged: number
}

export const scoreSheet = async (sheet: Sheet, made: MadeSheet): Promise<SheetScore> => {
  const { data, info } = await sharp(sheet.bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const page = { data, width: info.width, height: info.height }
  const cells: CellScore[] = []
  for (const [index, truth] of sheet.cells.entries())
    cells.push(await scoreCell(sheet, page, index, truth, made))
  const used = new Set(cells.map(({ piece }) => piece))
  const extra = made.pieces.filter((piece) => !used.has(piece))
  return {
    cells,
    extra: extra.length,
    extraUnflagged: extra.filter(({ flags }) => flags.length === 0).length,
  }
}
