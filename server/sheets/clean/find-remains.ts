import type { Mask } from '../raster/components.ts'
import { newMask } from '../raster/components.ts'
import type { CellContent } from './cell-content.ts'

/** Of the cell's sides, that a round corner or a strip along an edge may have. */
const CORNER = 0.14
const STRIP = 0.02
/** Of the edge, that a strip runs along: less is a dot of a pattern. */
const ALONG = 0.1

type Size = { readonly width: number; readonly height: number }

/**
 * The parts, by label, that a cell has at its rim of what lies around it: the page behind its round corners, a strip of a
 * line.
 */
export const remainsOf = ({ width, height }: Size, content: CellContent): number[] =>
  content.components.parts
    .filter(({ label, box }) => {
      if (content.figureParts.has(label)) return false
      const atX = box.x === 0 || box.x + box.w === width
      const atY = box.y === 0 || box.y + box.h === height
      const isCorner = atX && atY && box.w < CORNER * width && box.h < CORNER * height
      const isStrip =
        (atX && box.w < STRIP * width && box.h > ALONG * height) ||
        (atY && box.h < STRIP * height && box.w > ALONG * width)
      // A frame that is left all around is one part with the cell's own size.
      const isFrame = box.w === width && box.h === height
      return isCorner || isStrip || isFrame
    })
    .map(({ label }) => label)

/** Their pixels. */
export const findRemains = (cell: Size, content: CellContent): Mask => {
  const mask = newMask(cell.width, cell.height)
  const wanted = new Set(remainsOf(cell, content))
  if (wanted.size === 0) return mask
  const { labels } = content.components
  for (let at = 0; at < mask.data.length; at += 1) {
    const label = labels[at] ?? 0
    if (label > 0 && wanted.has(label)) mask.data[at] = 1
  }
  return mask
}
