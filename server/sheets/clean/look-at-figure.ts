import type { Box } from '../../../shared/contract/index.ts'
import { contains } from '../raster/boxes.ts'
import type { Raster } from '../raster/raster.ts'
import { crop } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'
import { findText } from '../text/find-text.ts'
import type { Models } from '../text/open-models.ts'
import { readText } from '../text/read-text.ts'
import type { TextLine } from '../text/text-line.ts'
import { boxOfLine } from '../text/text-line.ts'
import type { ReadLine } from './find-labels.ts'
import { isWords } from './is-words.ts'
import { otherColours } from './other-colours.ts'

/**
 * Looks at a figurine: in which of its other colours, with its longest side at so many pixels, but enlarged no further
 * than `LARGEST`. How sure the detector and the reader must be, from 0 to 1: a figurine has many a line, and the nearer one
 * looks, the more of them are letters.
 */
const LOOKS = [
  { colours: 0, side: 960, found: 0.6, read: 0 },
  { colours: 1, side: 960, found: 0.85, read: 0.65 },
  { colours: 2, side: 576, found: 0.6, read: 0 },
]
const LARGEST = 4
/** Of the figurine: what is larger is itself. */
const MOST = 0.3
/** Of a line, to be more than a fragment of it. */
const WHOLE = 0.8

/** A torso with its arms reads as a T, and two eyes read as 00. */
const isNoBody = (text: string): boolean =>
  /\p{Number}|\p{Letter}.*\p{Letter}/u.test(text) && /[^\P{Alphabetic}Oo]|[1-9]/u.test(text)

/**
 * Words on a figurine: among so many other lines they are only found from near, and some only by their colour. `known`:
 * lines that are.
 */
export const lookAtFigure = async (
  models: Models,
  cell: Raster,
  figure: Box,
  known: readonly ReadLine[],
): Promise<ReadLine[]> => {
  const margin = Math.round(0.03 * Math.max(figure.w, figure.h))
  const x = Math.max(0, figure.x - margin)
  const y = Math.max(0, figure.y - margin)
  const box = {
    x,
    y,
    w: Math.min(cell.width, figure.x + figure.w + margin) - x,
    h: Math.min(cell.height, figure.y + figure.h + margin) - y,
  }
  const near = crop(cell, box)
  const coloured = otherColours(near)
  const found: ReadLine[] = []
  for (const look of LOOKS) {
    const colours = coloured[look.colours] ?? near
    const scale = Math.min(LARGEST, look.side / Math.max(box.w, box.h))
    const picture = await resize(colours, {
      width: Math.max(1, Math.round(box.w * scale)),
      height: Math.max(1, Math.round(box.h * scale)),
    })
    const isMost = ({ length, thickness }: TextLine) =>
      length * thickness > MOST * picture.width * picture.height
    for (const line of await findText(models, picture, look.side)) {
      if (line.score < look.found || isMost(line)) continue
      const inCell = {
        ...line,
        x: line.x / scale + x,
        y: line.y / scale + y,
        length: line.length / scale,
        thickness: line.thickness / scale,
      }
      const isKnown = [...known, ...found].some(
        (each) =>
          contains(boxOfLine(each.line, cell), inCell.x, inCell.y) &&
          each.line.length > WHOLE * inCell.length,
      )
      if (isKnown) continue
      const reading = await (colours === near
        ? readText(models, cell, inCell)
        : readText(models, picture, line))
      if (isWords(reading) && reading.score >= look.read && isNoBody(reading.text))
        found.push({ line: inCell, text: reading.text })
    }
  }
  return found
}
