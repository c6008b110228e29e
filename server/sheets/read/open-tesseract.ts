import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import type { FoundText } from '../../datasets/checks/text-detector.ts'
import type { Reader } from './readers.ts'
import { TESSERACT_CODE } from './tesseract-code.ts'
import type { OpenTesseract } from './tesseract-core.ts'

const LANGUAGE = 'eng'
/** Letters by neural network only (tesseract: OcrEngineMode). */
const LSTM_ONLY = 1
/** Find as much text as possible in no particular order (tesseract: PageSegMode). */
const SPARSE_TEXT = '11'
/** In the table that tesseract writes, a word has this level, and its columns stand so. */
const WORD = '5'
/** From 0 to 100. On figurines without words nothing is read more surely than 55, on labels most of it more than 75. */
const SURE = 65

const wordsOf = (table: string): FoundText[] =>
  table.split('\n').flatMap((row) => {
    const [level, , , , , , x, y, w, h, confidence, text = ''] = row.split('\t')
    return level === WORD && Number(confidence) >= SURE
      ? [
          {
            text,
            box: { x: Number(x), y: Number(y), w: Number(w), h: Number(h) },
            confidence: Number(confidence) / 100,
          },
        ]
      : []
  })

/** Loads Tesseract into this thread, for one picture at a time, with what comes inside npm packages. */
export const openTesseract = async (): Promise<Reader> => {
  const require = createRequire(import.meta.url)
  const open = require(fileURLToPath(TESSERACT_CODE.script)) as OpenTesseract
  const core = await open({ TesseractProgress: () => undefined, printErr: () => undefined })
  const languages = dirname(require.resolve('@tesseract.js-data/eng/package.json'))
  const packed = readFileSync(join(languages, '4.0.0_best_int', `${LANGUAGE}.traineddata.gz`))
  core.FS.writeFile(`${LANGUAGE}.traineddata`, gunzipSync(packed))
  const tesseract = new core.TessBaseAPI()
  if (tesseract.Init(null, LANGUAGE, LSTM_ONLY) !== 0) throw new Error('Tesseract did not begin.')
  tesseract.SetVariable('tessedit_pageseg_mode', SPARSE_TEXT)
  return async (picture) => {
    // Its own decoder takes less than we do, and lies still when it fails.
    core.FS.writeFile('/input', await sharp(picture).png({ compressionLevel: 0 }).toBuffer())
    if (tesseract.SetImageFile(1, 0) === 1) throw new Error('Tesseract could not read the picture.')
    tesseract.Recognize(null)
    return wordsOf(tesseract.GetTSVText(0))
  }
}
