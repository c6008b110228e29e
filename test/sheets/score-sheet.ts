import sharp from 'sharp'
import type { Box } from '../../shared/contract/index.ts'
import type { MadePiece, MadeSheet } from '../../server/sheets/clean-sheet.ts'
import { contains } from '../../server/sheets/raster/boxes.ts'
import type { Raster } from '../../server/sheets/raster/raster.ts'
import { crop } from '../../server/sheets/raster/raster.ts'
import { areaOf, iouOf, overlapOf } from './box-measures.ts'
import { idealPiece } from './ideal-piece.ts'
import { CELL_FLAGS, isPointedAt } from './flagged.ts'
import type { CellTruth, Sheet } from './sheet-truth.ts'

/** How far a cell may be off, in pixels, without cutting its figurine. */
const SLACK = 3
const IOU = 0.93
/** A label's pixel is wrong when it is so far, of 255, from the clean one; the label, when this share of them is. */
const FAR = 32
const WRONG_SHARE = 0.08
/** Of the pixels around the figurine's own words, that may change before these count as lost. */
const KEPT_SHARE = 0.01

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
  /** A flag says that the cut itself is to be looked at. */
  readonly flagged: boolean
  readonly flags: readonly string[]
  readonly iou: number
  /** Decibels, outside the labels; 99 where nothing changed. Null where there is no piece. */
  readonly psnr: number | null
  readonly labels: readonly LabelScore[]
  /** The figurine's own words: each is as it was, or a person is told to look at it. */
  readonly words: readonly {
    readonly text: string
    readonly kept: boolean
    readonly flagged: boolean
  }[]
  /** What the piece should be, for looking at. */
  readonly ideal: Raster | null
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
  words: truth.keepText.map(({ text }) => ({ text, kept: true, flagged })),
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
      overlapOf(each.cell, truth.figureBox) > (best ? overlapOf(best.cell, truth.figureBox) : 0)
        ? each
        : best,
    null,
  )
  if (piece === null) return missing(sheet, index, truth, sheetFlagged)
  const iou = iouOf(piece.cell, truth.rect)
  const isAlone = sheet.cells.every(
    (other) =>
      other === truth || overlapOf(piece.cell, other.figureBox) < 0.02 * areaOf(other.figureBox),
  )
  const right = holds(piece.cell, truth.figureBox) && isAlone && (!truth.panel || iou >= IOU)
  const flagged = sheetFlagged || piece.flags.some((flag) => CELL_FLAGS.has(flag))
  const { inner, kind, at } = await idealPiece(page, truth, piece)
  const after = crop(piece.after, piece.placed)
  const [softAfter, softIdeal] = [await softened(after), await softened(inner)]

  let [sum, count] = [0, 0]
  const before = crop(piece.before, piece.placed)
  const { rect } = truth
  for (let p = 0; p < kind.length; p += 1) {
    if (kind[p] !== 0) continue
    for (let c = 0; c < 3; c += 1)
      sum += ((after.data[p * 3 + c] ?? 0) - (inner.data[p * 3 + c] ?? 0)) ** 2
    count += 3
  }
  const mse = sum / Math.max(1, count)
  const shareIn = (box: Box, wanted: number, isOff: (p: number) => boolean): number => {
    let [off, all] = [0, 0]
    for (let p = 0; p < kind.length; p += 1) {
      if (kind[p] !== wanted) continue
      const { u, v } = at(p % piece.placed.w, Math.floor(p / piece.placed.w))
      if (!contains(box, u + rect.x, v + rect.y)) continue
      all += 1
      if (isOff(p)) off += 1
    }
    return off / Math.max(1, all)
  }
  const labels = truth.labels.map(({ text, touching, box }): LabelScore => {
    const wrongShare = shareIn(box, 1, (p) => distance(softAfter, softIdeal, p) > FAR)
    const wrong = wrongShare > WRONG_SHARE
    return { text, touching, wrongShare, wrong, flagged: isPointedAt(piece, box) }
  })
  const words = truth.keepText.map(({ text, box }) => ({
    text,
    kept: shareIn(box, 0, (p) => distance(after.data, before.data, p) > 24) <= KEPT_SHARE,
    flagged: isPointedAt(piece, box),
  }))
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
    words,
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
    extraUnflagged: extra.filter(({ flags }) => !flags.some((flag) => CELL_FLAGS.has(flag))).length,
  }
}
