import { beforeAll, expect, it } from 'vitest'
import { cleanSheet } from '../../../server/sheets/clean-sheet.ts'
import { openModels } from '../../../server/sheets/text/open-models.ts'
import { generateSheet } from '../../sheets/generate/generate-sheet.ts'
import { SETS, TUNING } from '../../sheets/generate/sheet-kinds.ts'
import type { SheetScore } from '../../sheets/score-sheet.ts'
import { scoreSheet } from '../../sheets/score-sheet.ts'
import { summarize } from '../../sheets/summarize.ts'

// Coloured panels, a photographed page, pale frames in JPEG, dots, words on shirts, no edges at all; `node
// test/sheets/index.ts` scores many more.
const SEEDS = [2, 4, 14, 15, 20]

/** A word across a figurine that is one with it, without any outline. */
const ACROSS = 125

const scores: SheetScore[] = []
let across: SheetScore

beforeAll(async () => {
  const models = await openModels()
  const hard = await generateSheet(ACROSS, SETS.hard.kinds)
  across = await scoreSheet(hard, await cleanSheet(models, hard.bytes))
  for (const seed of SEEDS) {
    const sheet = await generateSheet(seed, TUNING)
    scores.push(await scoreSheet(sheet, await cleanSheet(models, sheet.bytes)))
  }
}, 120_000)

it('cleans design sheets as well as it must', () => {
  const reached = summarize(scores)
  expect(reached).toMatchObject({ sheets: SEEDS.length, extraUnflagged: 0 })
  expect(reached.labels).toBeGreaterThan(10)
  expect(reached.cellsRight).toBeGreaterThanOrEqual(90)
  expect(reached.rightOrFlagged).toBeGreaterThanOrEqual(99)
  expect(reached.labelsWrongUnflagged).toBeLessThanOrEqual(2)
  expect(reached.labelsOffFigureRemoved).toBeGreaterThanOrEqual(90)
  expect(reached.psnrMedian).toBeGreaterThanOrEqual(50)
  expect(reached.psnrP10).toBeGreaterThanOrEqual(45)
  expect(reached.textKeptOrFlagged).toBe(100)
  expect(reached.flaggedEasyCells).toBeLessThanOrEqual(15)
})

it('never paints a figurine out with the words that lie across it: they are left, and pointed at', () => {
  const [cell] = across.cells.filter(({ labels }) => labels.some(({ text }) => text === 'side'))
  expect(cell).toMatchObject({ right: true, labels: [{ text: 'side', flagged: true }] })
  expect(cell!.flags).toContain('text_on_figure')
  expect(cell!.psnr).toBeGreaterThan(45)
})
