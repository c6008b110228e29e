import { isDeepStrictEqual } from 'node:util'
import type { Box, CellByHand, PieceFlag, SheetFlag } from '../../shared/contract/index.ts'
import { CELL_LIMIT } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { LabelByHand, ReadLine } from './clean/find-labels.ts'
import { isWords } from './clean/is-words.ts'
import type { CleanedCell } from './clean/clean-cell.ts'
import { cleanCell } from './clean/clean-cell.ts'
import type { FigureColours } from './clean/foreign-colours.ts'
import { foreignColours } from './clean/foreign-colours.ts'
import type { Background } from './clean/background.ts'
import { findStructure } from './cut/find-structure.ts'
import { composePiece, placeCell, PIECE_SIDE } from './piece/compose-piece.ts'
import { contains, scaled, within } from './raster/boxes.ts'
import { decodePage } from './raster/decode-page.ts'
import type { Raster } from './raster/raster.ts'
import { findText } from './text/find-text.ts'
import { joinLines } from './text/join-lines.ts'
import { sheetFlagsOf } from './sheet-flags.ts'
import type { Models } from './text/open-models.ts'
import { readText } from './text/read-text.ts'

const NOTHING =
  'There is no figurine on this page that could be told from the rest. Draw a box around each one yourself, or choose another page.'

/** The page is looked at for words with its longest side at so many pixels. */
const TEXT_SIDE = 768
/** Of the page: what is higher are figurines that look like letters. */
const THICKEST = 0.2

/** A cell whose edges are less certain is to be looked at. */
const SURE = 0.5

/** A piece before it is stored. Boxes are in sheet pixels. */
export type MadePiece = {
  readonly cell: Box
  readonly placed: Box
  readonly after: Raster
  readonly before: Raster
  readonly confidence: number
  readonly flags: readonly PieceFlag[]
  readonly labels: readonly { box: Box; text: string; onFigure: boolean; removed: boolean }[]
  readonly relabelled: boolean
}

export type MadeSheet = {
  /** As it was worked on. */
  readonly page: Raster
  readonly width: number
  readonly height: number
  readonly banner: Box | null
  readonly footer: Box | null
  readonly hints: { readonly banner: string[]; readonly footer: string[] }
  readonly flags: readonly SheetFlag[]
  readonly pieces: readonly MadePiece[]
}

const readLines = async (models: Models, page: Raster): Promise<ReadLine[]> => {
  const read: ReadLine[] = []
  for (const line of await findText(models, page, TEXT_SIDE)) {
    if (line.thickness > THICKEST * Math.min(page.width, page.height)) continue
    const reading = await readText(models, page, line)
    if (isWords(reading)) read.push({ line, text: reading.text })
  }
  return joinLines(read)
}

const flagsOf = (
  cell: Box,
  { figureBox, flags, before }: CleanedCell,
  { figures, certainty }: Task,
): PieceFlag[] => {
  const found: PieceFlag[] = [...flags]
  if (certainty < SURE) found.push('uncertain_cell')
  if (figureBox === null || figureBox.w * figureBox.h < 0.012 * before.width * before.height)
    found.push('no_figure')
  else if (
    figureBox.x <= 1 ||
    figureBox.y <= 1 ||
    figureBox.x + figureBox.w >= before.width - 1 ||
    figureBox.y + figureBox.h >= before.height - 1
  )
    found.push('figure_cut')
  if (figures > 1) found.push('several_figures')
  if (PIECE_SIDE / Math.max(cell.w, cell.h) > 1.5) found.push('small')
  return found
}

/** The same with places that may be words. */
const withDoubts = (piece: MadePiece, boxes: readonly Box[]): MadePiece =>
  boxes.length === 0
    ? piece
    : {
        ...piece,
        flags: [...new Set([...piece.flags, 'text_left' as const])],
        labels: [
          ...piece.labels,
          ...boxes.map((box) => ({ box, text: '', onFigure: false, removed: false })),
        ],
      }

/** What is written in a part of the page, from above to below. */
const textIn = (box: Box | null, lines: readonly ReadLine[]): string[] =>
  lines
    .filter(({ line }) => box !== null && contains(box, line.x, line.y))
    .sort((a, b) => a.line.y - b.line.y || a.line.x - b.line.x)
    .map(({ text }) => text)

type Wish = {
  /** Cells and labels by hand; null to look for them. */
  readonly cells?: readonly CellByHand[] | null
  readonly onProgress?: (fraction: number, note: string) => void
}

/** A cell to clean, in page pixels. */
type Task = {
  readonly cell: Box
  readonly certainty: number
  readonly figures: number
  /** Null: they are looked for. */
  readonly labels: readonly LabelByHand[] | null
}

/** Cleans a page: finds its cells, takes their labels off and makes a piece of each. Throws AppError `nothing_found`. */
export const cleanSheet = async (
  models: Models,
  bytes: Uint8Array,
  { cells: byHand = null, onProgress = () => undefined }: Wish = {},
): Promise<MadeSheet> => {
  onProgress(0, 'Reading the page')
  const { page, width, height } = await decodePage(bytes)
  const toSheet = [width / page.width, height / page.height] as const
  const lines = await readLines(models, page)
  onProgress(0.35, 'Looking for the figurines')
  const structure = await findStructure(page, lines)
  const tasks: Task[] =
    byHand?.map(({ cell, labels }) => ({
      // One that nobody moved is as doubtful as it was.
      ...(structure.cells.find((one) => isDeepStrictEqual(scaled(one.cell, ...toSheet), cell)) ?? {
        cell: within(scaled(cell, 1 / toSheet[0], 1 / toSheet[1]), page),
        certainty: 1,
        figures: 1,
      }),
      labels:
        labels?.map(({ box, removed }) => ({
          box: within(scaled(box, 1 / toSheet[0], 1 / toSheet[1]), page),
          removed,
        })) ?? null,
    })) ?? structure.cells.slice(0, CELL_LIMIT)
  if (tasks.length === 0) throw new AppError('nothing_found', NOTHING)

  const pieces: MadePiece[] = []
  const backgrounds: Background[] = []
  const colours: (FigureColours | null)[] = []
  for (const task of tasks) {
    onProgress(0.4 + (0.6 * pieces.length) / tasks.length, 'Taking labels off')
    const { cell } = task
    const cleaned = await cleanCell(models, page, cell, lines, task.labels)
    backgrounds.push(cleaned.background)
    colours.push(task.labels === null ? cleaned.colours : null)
    const inSheet = scaled(cell, ...toSheet)
    const flags = flagsOf(inSheet, cleaned, task)
    pieces.push({
      cell: inSheet,
      placed: placeCell({ width: cell.w, height: cell.h }),
      ...(await composePiece(cleaned)),
      confidence: Math.max(0, task.certainty * (1 - 0.3 * flags.length)),
      flags,
      labels: cleaned.labels.map(({ box, text, onFigure, removed }) => ({
        box: scaled({ ...box, x: box.x + cell.x, y: box.y + cell.y }, ...toSheet),
        text,
        onFigure,
        removed,
      })),
      relabelled: task.labels !== null,
    })
  }
  const foreign = foreignColours(colours)
  const { banner, footer } = structure
  return {
    page,
    width,
    height,
    banner: banner && scaled(banner, ...toSheet),
    footer: footer && scaled(footer, ...toSheet),
    hints: { banner: textIn(banner, lines), footer: textIn(footer, lines) },
    flags: sheetFlagsOf({ page, lines, cells: structure.cells.length, backgrounds }),
    pieces: pieces.map((piece, at) =>
      withDoubts(
        piece,
        (foreign[at] ?? []).map((box) => {
          const { x = 0, y = 0 } = tasks[at]?.cell ?? {}
          return scaled({ ...box, x: box.x + x, y: box.y + y }, ...toSheet)
        }),
      ),
    ),
  }
}
