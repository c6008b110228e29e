import type { Box } from '../../../shared/contract/index.ts'
import { componentsOf, newMask } from '../raster/components.ts'
import { dilate } from '../raster/morphology.ts'
import type { EdgeMaps } from './edge-maps.ts'

/** A change, of 255, that belongs to a drawing: this share of the strongest ones, from the least to the most. */
const DRAWN = { share: 0.15, least: 14, most: 40 }
/** Of the pixels of a region, that change the most. */
const STRONGEST = 0.005
/** Lines so far apart hang together. */
const NEAR = 3
/** What is written to this share is text, whatever hangs on to it. */
const WORDS = 0.5
/** To go far beyond its words, a part's box is so many times as large. */
const BEYOND = 2.5
/** And so is what goes no further beyond it, of its height. */
const PLATE = 0.7
/** Beside the largest part of a region, those of this share of its height and area are figurines too. */
const TALL = 0.5
const LARGE = 0.3

/** Whether a part is little more than a line of text: what the words stand on. */
const isPlate = (part: Box, { x, y, w, h }: Box): boolean => {
  const aside = PLATE * Math.min(w, h)
  return (
    part.x > x - aside &&
    part.y > y - aside &&
    part.x + part.w < x + w + aside &&
    part.y + part.h < y + h + aside
  )
}

/** Pixels along a region's edges that may still be the line around it. */
const INSET = 6

type Changes = Pick<EdgeMaps, 'width' | 'across' | 'down'>

/** The pattern of a background changes, too, but far less than a figurine does. */
const drawnFrom = (
  { width, across, down }: Changes,
  { x, y, w, h }: Box,
  inset: number,
): number => {
  const counts = new Uint32Array(256)
  let all = 0
  for (let row = y + inset; row < y + h - inset; row += 1)
    for (let at = row * width + x + inset; at < row * width + x + w - inset; at += 1) {
      const change = Math.max(across[at] ?? 0, down[at] ?? 0)
      counts[change] = (counts[change] ?? 0) + 1
      all += 1
    }
  let strong = 255
  for (let seen = 0; strong > 0; strong -= 1) {
    seen += counts[strong] ?? 0
    if (seen > STRONGEST * all) break
  }
  return Math.max(DRAWN.least, Math.min(DRAWN.most, DRAWN.share * strong))
}

/**
 * What stands in a region and may be a figurine: its largest part, and those that come near it. `isUnderWords`: also what
 * words cover for the most part, and which goes far beyond them.
 */
export const figureParts = (maps: EdgeMaps, region: Box, isUnderWords = false): Box[] => {
  const { width, across, down, text, lines } = maps
  const inset = INSET
  const mask = newMask(region.w, region.h)
  const drawn = drawnFrom({ width, across, down }, region, inset)
  for (let y = inset; y < region.h - inset; y += 1)
    for (let x = inset; x < region.w - inset; x += 1) {
      const at = (region.y + y) * width + region.x + x
      if (Math.max(across[at] ?? 0, down[at] ?? 0) > drawn) mask.data[y * region.w + x] = 1
    }
  const { parts, labels } = componentsOf(dilate(mask, NEAR))
  const written = new Uint32Array(parts.length + 1)
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? 0
    const x = at % region.w
    const y = (at - x) / region.w
    if (label > 0 && text[(region.y + y) * width + region.x + x] === 1)
      written[label] = (written[label] ?? 0) + 1
  }
  const boxes = parts
    .filter(({ label, area, box }) => {
      const isWords =
        ((written[label] ?? 0) > WORDS * area &&
          !(isUnderWords && box.w * box.h > BEYOND * (written[label] ?? 0))) ||
        lines.some((line) => isPlate({ ...box, x: box.x + region.x, y: box.y + region.y }, line))
      return !isWords && area > 60 && box.w > 12 && box.h > 12
    })
    .map(({ box }) => box)
  const areaOf = ({ w, h }: Box) => w * h
  const largest = boxes.reduce((best, box) => Math.max(best, areaOf(box)), 0)
  const tallest = boxes.find((box) => areaOf(box) === largest)?.h ?? 0
  return boxes
    .filter((box) => areaOf(box) >= LARGE * largest && box.h >= TALL * tallest)
    .map(({ x, y, w, h }) => ({ x: region.x + x, y: region.y + y, w, h }))
}
