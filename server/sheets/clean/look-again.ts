import type { Box } from '../../../shared/contract/index.ts'
import { crop } from '../raster/raster.ts'
import type { Raster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'
import { findText } from '../text/find-text.ts'
import type { Models } from '../text/open-models.ts'
import { readText } from '../text/read-text.ts'
import type { CellContent } from './cell-content.ts'
import type { ReadLine } from './find-labels.ts'
import { isWords } from './is-words.ts'

/** A part of so many pixels, and so high and wide, may be words. */
const LEAST = { area: 40, side: 7 }
/** Parts so far apart, of the cell's longer side, are looked at together. */
const NEAR = 0.04
/** How high, in pixels, what is looked at should be. */
const HEIGHT = 96
const WIDEST = 480
const PATCHES = 6

const union = (a: Box, b: Box): Box => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y }
}

const areNear = (a: Box, b: Box, by: number): boolean =>
  a.x - by < b.x + b.w && b.x - by < a.x + a.w && a.y - by < b.y + b.h && b.y - by < a.y + a.h

const grouped = (boxes: readonly Box[], by: number): Box[] => {
  const groups: Box[] = []
  for (const box of boxes) {
    let whole = box
    for (let at = groups.findIndex((group) => areNear(group, whole, by)); at >= 0;) {
      const [group] = groups.splice(at, 1)
      if (group !== undefined) whole = union(whole, group)
      at = groups.findIndex((other) => areNear(other, whole, by))
    }
    groups.push(whole)
  }
  return groups
}

/**
 * Looks closer at what stands in a cell, is no part of the figurine and was not read: words that are too small or too
 * odd for a look at the whole page.
 */
export const lookAgain = async (
  models: Models,
  cell: Raster,
  content: CellContent,
  known: ReadonlySet<number>,
): Promise<ReadLine[]> => {
  const loose = content.components.parts.filter(({ label, area, box }) => {
    const isLarge = area >= LEAST.area && Math.max(box.w, box.h) >= LEAST.side
    const isMost = box.w > 0.6 * cell.width || box.h > 0.6 * cell.height
    return isLarge && !isMost && !content.figureParts.has(label) && !known.has(label)
  })
  // A patterned background has hundreds of parts, all alike: no words.
  if (loose.length === 0 || loose.length > 150) return []
  const by = NEAR * Math.max(cell.width, cell.height)
  const patches = grouped(
    loose.map(({ box }) => box),
    by,
  )
    .sort((a, b) => b.w * b.h - a.w * a.h)
    .slice(0, PATCHES)
  const found: ReadLine[] = []
  for (const patch of patches) {
    const margin = Math.round(0.5 * Math.min(patch.w, patch.h)) + 6
    const x = Math.max(0, patch.x - margin)
    const y = Math.max(0, patch.y - margin)
    const box = {
      x,
      y,
      w: Math.min(cell.width, patch.x + patch.w + margin) - x,
      h: Math.min(cell.height, patch.y + patch.h + margin) - y,
    }
    const scale = Math.min(4, HEIGHT / Math.min(patch.w, patch.h), WIDEST / Math.max(box.w, box.h))
    const closer = await resize(
      crop(cell, box),
      {
        width: Math.max(1, Math.round(box.w * scale)),
        height: Math.max(1, Math.round(box.h * scale)),
      },
      'sharp',
    )
    for (const line of await findText(models, closer, WIDEST)) {
      const reading = await readText(models, closer, line)
      if (!isWords(reading)) continue
      found.push({
        text: reading.text,
        line: {
          ...line,
          x: line.x / scale + box.x,
          y: line.y / scale + box.y,
          length: line.length / scale,
          thickness: line.thickness / scale,
        },
      })
    }
  }
  return found
}
