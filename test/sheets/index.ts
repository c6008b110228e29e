import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { cleanSheet } from '../../server/sheets/clean-sheet.ts'
import { openModels } from '../../server/sheets/text/open-models.ts'
import { setUpSharp } from '../../server/set-up-sharp.ts'
import { generateSheet } from './generate/generate-sheet.ts'
import { SETS, isSet } from './generate/sheet-kinds.ts'
import { readTruth } from './read-truth.ts'
import type { CellScore, SheetScore } from './score-sheet.ts'
import { scoreSheet } from './score-sheet.ts'
import type { Sheet } from './sheet-truth.ts'
import { summarize } from './summarize.ts'

/**
 * Scores the cleaning of sheets: `node test/sheets/index.ts tuning|hard|held-out|held-out-again|held-out-checks|unseen|FOLDER [from] [to]
 * [all]`. The seeds of a set begin where `SETS` says; those above 1000 are held out. Prints the summary, and writes it to
 * test/.output/sheets with pictures of the worst cells, or of all: before, after, and as it should be.
 */
const [set = 'tuning', from = '1', to = '24', shown = 'worst'] = process.argv.slice(2)

async function* sheetsOf(): AsyncGenerator<Sheet> {
  if (!isSet(set)) return yield* await readTruth(set)
  const { kinds, after } = SETS[set]
  for (let seed = Number(from); seed <= Number(to); seed += 1)
    yield await generateSheet(seed + after, kinds)
}

/** Decibels outside the labels: below, something was changed that one can see. */
const PSNR = 45

const isBad = ({ right, labels, words, psnr }: CellScore): boolean =>
  !right ||
  words.some(({ kept }) => !kept) ||
  labels.some(({ wrong, flagged }) => wrong && !flagged) ||
  (psnr ?? 99) < PSNR

const SIDE = 384
const picture = async (cell: CellScore): Promise<Buffer | null> => {
  const { piece, ideal } = cell
  if (piece === null || ideal === null) return null
  const pictures = await Promise.all(
    [piece.before, piece.after, ideal].map(({ data, width, height }) =>
      sharp(data, { raw: { width, height, channels: 3 } })
        .resize(SIDE, SIDE, { fit: 'contain' })
        .png()
        .toBuffer(),
    ),
  )
  return sharp({ create: { width: 3 * SIDE, height: SIDE, channels: 3, background: '#fff' } })
    .composite(pictures.map((input, at) => ({ input, left: at * SIDE, top: 0 })))
    .png()
    .toBuffer()
}

setUpSharp()
const output = join(import.meta.dirname, '../.output/sheets')
await mkdir(output, { recursive: true })
const models = await openModels()
const scores: SheetScore[] = []
const times: number[] = []
const worst: object[] = []
for await (const sheet of sheetsOf()) {
  const started = performance.now()
  const made = await cleanSheet(models, sheet.bytes)
  times.push(performance.now() - started)
  const score = await scoreSheet(sheet, made)
  scores.push(score)
  for (const cell of score.cells) {
    if (!isBad(cell) && shown !== 'all') continue
    const { index, right, flags, iou, labels, words, psnr } = cell
    const found = cell.piece?.labels ?? []
    const described = { sheet: sheet.name, index, right, flags, iou, labels, words, psnr, found }
    worst.push(described)
    console.log(JSON.stringify(described))
    const png = await picture(cell)
    const name = `${sheet.name}-${index}`.replace(/[^\w]+/g, '-')
    if (png !== null) await writeFile(join(output, `${name}.png`), png)
  }
  if (score.extra > 0) console.log(`${sheet.name}: ${score.extra} pieces too many`)
}
const summary = {
  set,
  ...summarize(scores),
  secondsPerSheet: times.reduce((sum, time) => sum + time, 0) / times.length / 1000,
  rssMb: process.memoryUsage().rss / 1e6,
}
console.log(summary)
await writeFile(join(output, 'scores.json'), JSON.stringify({ summary, worst }, null, 2))
