import type { Box } from '../../../shared/contract/index.ts'
import { union } from '../raster/boxes.ts'
import { crop } from '../raster/raster.ts'
import type { Raster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'
import { findText } from '../text/find-text.ts'
import type { Models } from '../text/open-models.ts'
import { readText } from '../text/read-text.ts'
import type { CellContent } from './cell-content.ts'
import type { ReadLine } from './find-labels.ts'
import { isWords } from './is-words.ts'
import { withoutPattern } from './without-pattern.ts'

/** A part of so many pixels, and so high and wide, may be words. */
const LEAST = { area: 40, side: 7 }
/** Parts so far apart, of the cell's longer side, are looked at together. */
const NEAR = 0.04
/** How high, in pixels, what is looked at should be. */
const HEIGHT = 96
const WIDEST = 480
const PATCHES = 6

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

/** Of the cell's middle side, to be worth a person's look when it cannot be read: less is a speck. */
const SPECK = { long: 0.035, short: 0.012 }

type Seen = {
  readonly lines: readonly ReadLine[]
  /** What could not be read, and is large enough to be words all the same. */
  readonly unread: readonly Box[]
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
): Promise<Seen> => {
  const loose = content.components.parts.filter(({ label, area, box }) => {
    const isLarge = area >= LEAST.area && Math.max(box.w, box.h) >= LEAST.side
    const isMost = box.w > 0.6 * cell.width || box.h > 0.6 * cell.height
    const middle = (box.y + (box.h >> 1)) * cell.width + box.x + (box.w >> 1)
    const isInside = content.figure.data[middle] === 1
    const isFree = !content.figureParts.has(label) && !known.has(label)
    return isLarge && !isMost && !isInside && isFree
  })
  const by = NEAR * Math.max(cell.width, cell.height)
  const patches = grouped(
    withoutPattern(cell, content.components, loose).map(({ box }) => box),
    by,
  ).sort((a, b) => b.w * b.h - a.w * a.h)
  const side = Math.sqrt(cell.width * cell.height)
  const isSpeck = ({ w, h }: Box) =>
    Math.max(w, h) < SPECK.long * side || Math.min(w, h) < SPECK.short * side
  const found: ReadLine[] = []
  const unread = patches.slice(PATCHES).filter((patch) => !isSpeck(patch))
  for (const patch of patches.slice(0, PATCHES)) {
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
    const before = found.length
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
    if (found.length === before && !isSpeck(patch)) unread.push(patch)
  }
  return { lines: found, unread }
}
