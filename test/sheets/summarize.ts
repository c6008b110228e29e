import type { CellScore, SheetScore } from './score-sheet.ts'

const percent = (part: number, all: number): number =>
  all === 0 ? 100 : Math.round((1000 * part) / all) / 10

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? 0

/** By more than that it was enlarged. */
const isFlagged = ({ flags }: CellScore): boolean => flags.some((flag) => flag !== 'small')

/** Every row of what must be reached, over some sheets. Shares are in percent, PSNR in decibels. */
export const summarize = (scores: readonly SheetScore[]) => {
  const cells = scores.flatMap((score) => score.cells)
  const labels = cells.flatMap((cell) => cell.labels)
  const psnr = cells.flatMap((cell) => (cell.psnr === null ? [] : [cell.psnr]))
  const words = cells.flatMap((cell) => cell.words)
  const lost = labels.filter(({ wrong, flagged }) => wrong && !flagged)
  const easy = cells.filter(
    (cell) => cell.labels.every(({ touching }) => !touching) && cell.words.length === 0,
  )
  return {
    sheets: scores.length,
    cells: cells.length,
    labels: labels.length,
    cellsRight: percent(cells.filter(({ right }) => right).length, cells.length),
    rightOrFlagged: percent(
      cells.filter(({ right, flagged }) => right || flagged).length,
      cells.length,
    ),
    labelsWrongUnflagged: percent(lost.length, labels.length),
    labelsOffFigureRemoved: percent(
      labels.filter(({ touching, wrong }) => !touching && !wrong).length,
      labels.filter(({ touching }) => !touching).length,
    ),
    psnrMedian: quantile(psnr, 0.5),
    psnrP10: quantile(psnr, 0.1),
    textKeptOrFlagged: percent(
      words.filter(({ kept, flagged }) => kept || flagged).length,
      words.length,
    ),
    textKept: percent(words.filter(({ kept }) => kept).length, words.length),
    extraPieces: scores.reduce((sum, { extra }) => sum + extra, 0),
    extraUnflagged: scores.reduce((sum, { extraUnflagged }) => sum + extraUnflagged, 0),
    flaggedCells: percent(cells.filter(isFlagged).length, cells.length),
    /** Of the cells in which nothing is written on the figurine: here a flag is a false alarm. */
    flaggedEasyCells: percent(easy.filter(isFlagged).length, easy.length),
  }
}
