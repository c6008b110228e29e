import type { FoundText } from '../../datasets/checks/text-detector.ts'
import { isWords } from '../clean/is-words.ts'
import { decodePage } from '../raster/decode-page.ts'
import { findText } from '../text/find-text.ts'
import type { Models } from '../text/open-models.ts'
import type { Reading } from '../text/read-text.ts'
import { readText } from '../text/read-text.ts'
import { boxOfLine } from '../text/text-line.ts'

/** The longest side that the picture is looked at with, in pixels. */
const SIDE = 640

/** Lines of a drawing are read as a few letters now and then, and surely hardly ever; real labels are read above 0.9. */
const FEW = 4
const SURE = { few: 0.9, many: 0.75 }

const isRead = (reading: Reading): boolean =>
  isWords(reading) && reading.score >= (reading.text.length <= FEW ? SURE.few : SURE.many)

/** What PP-OCR reads in a picture. */
export const readWithModels = async (models: Models, bytes: Uint8Array): Promise<FoundText[]> => {
  const { page } = await decodePage(bytes)
  const found: FoundText[] = []
  for (const line of await findText(models, page, SIDE)) {
    const reading = await readText(models, page, line)
    if (isRead(reading))
      found.push({ text: reading.text, box: boxOfLine(line, page), confidence: reading.score })
  }
  return found
}
