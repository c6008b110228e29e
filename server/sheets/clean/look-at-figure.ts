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
 * The figurine is looked at as it is, in two hues and in one with its longest side at so many pixels, and enlarged no
 * further than this.
 */
const SIDES = [672, 448, 576]
const LARGEST = 3
/** How sure the detector must be, from 0 to 1: a figurine has many a line. */
const SURE = 0.6
/** Of the figurine: what is larger is itself. */
const MOST = 0.3
/** Of a line, to be more than a fragment of it. */
const WHOLE = 0.8

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
  const found: ReadLine[] = []
  for (const [look, colours] of otherColours(near).entries()) {
    const scale = Math.min(LARGEST, (SIDES[look] ?? 0) / Math.max(box.w, box.h))
    const picture = await resize(colours, {
      width: Math.max(1, Math.round(box.w * scale)),
      height: Math.max(1, Math.round(box.h * scale)),
    })
    const isMost = ({ length, thickness }: TextLine) =>
      length * thickness > MOST * picture.width * picture.height
    for (const line of await findText(models, picture, Math.max(...SIDES))) {
      if (line.score < SURE || isMost(line)) continue
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
      // A torso with its arms reads as a T.
      if (isWords(reading) && /\p{Number}|\p{Letter}.*\p{Letter}/u.test(reading.text))
        found.push({ line: inCell, text: reading.text })
    }
  }
  return found
}
