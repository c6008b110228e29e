import type { SweepBoard } from '../../../shared/sweep-procedures.ts'
import { guessTextHeight } from '../board/board-text.ts'
import type { Grid } from '../board/lay-grid.ts'
import { layGrid } from '../board/lay-grid.ts'
import { chooseFontSize } from '../board/readable.ts'
import { viewSize } from '../board/view-size.ts'
import { GAP } from '../canvas/place-row.ts'
import type { Words } from './board-words.ts'

/** Letters, on average, as a factor of the font size; short words may have wider ones. */
const ADVANCE = 0.62
const SLACK = 1
/** The most of a picture's width that the words before a row take. */
const ROW_WORDS = 0.6

type Board = Pick<SweepBoard, 'columns' | 'rows' | 'cells'>

const widest = ({ cells }: Board): number => Math.max(...cells.map(({ width }) => width))

const rowWordsWidth = (board: Board, fontSize: number): number => {
  const longest = Math.max(0, ...board.rows.map(({ length }) => length))
  if (longest === 0) return 0
  return Math.ceil(Math.min((longest + SLACK) * fontSize * ADVANCE, widest(board) * ROW_WORDS))
}

/** A picture that is narrower than its column stands in the middle of it, as its words do. */
const inTheMiddle = ({ picture, caption }: Grid['cells'][number]): Grid['cells'][number] => ({
  picture: { ...picture, x: picture.x + Math.round((caption.width - picture.width) / 2) },
  caption,
})

/** Where the pictures and the words of a sweep's board go, with letters of this size. */
export const laySweep = (board: Board, fontSize: number): Grid => {
  const { columns, cells } = board
  const widthOf = (column: number) =>
    Math.max(...cells.filter((_, at) => at % columns.length === column).map(({ width }) => width))
  const grid = layGrid({
    cells: cells.map(({ width, height, caption }) => ({
      width,
      height,
      caption: guessTextHeight(caption, width, fontSize),
    })),
    columns: columns.length,
    gap: Math.max(GAP, Math.round(fontSize * 0.8)),
    headings: {
      height: Math.max(
        ...columns.map((words, column) => guessTextHeight(words, widthOf(column), fontSize)),
      ),
      width: rowWordsWidth(board, fontSize),
    },
  })
  return { ...grid, cells: grid.cells.map(inTheMiddle) }
}

/** The smallest letters that can be read while the whole board is in the view. */
export const sweepFontSize = (board: Board): number =>
  chooseFontSize((fontSize) => laySweep(board, fontSize).size, viewSize(), {
    least: widest(board) / 28,
    most: widest(board) / 9,
  })

export const wordsOfSweep = (
  { columns, rows, cells }: Board,
  { columnHeadings, rowHeadings, cells: areas }: Grid,
  fontSize: number,
): readonly Words[] => [
  ...columnHeadings.map((area, at): Words => ({
    key: `column ${at}`,
    text: columns[at] ?? '',
    area,
    stand: 'bottom',
    fontSize,
    font: 'strong',
    align: 'CENTER',
  })),
  ...rowHeadings.map((area, at): Words => ({
    key: `row ${at}`,
    text: rows[at] ?? '',
    area,
    stand: 'middle',
    fontSize,
    font: 'strong',
    align: 'RIGHT',
  })),
  ...areas.map(({ caption }, at): Words => ({
    key: `caption ${cells[at]?.job ?? ''}`,
    text: cells[at]?.caption ?? '',
    area: caption,
    stand: 'top',
    fontSize,
    align: 'CENTER',
  })),
]
