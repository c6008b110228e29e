import type { Box } from '../../../shared/contract/index.ts'
import type { Mask } from '../raster/components.ts'
import { newMask } from '../raster/components.ts'
import type { Raster } from '../raster/raster.ts'
import type { TextLine } from '../text/text-line.ts'
import { boxOfLine, isInLine } from '../text/text-line.ts'
import type { CellContent } from './cell-content.ts'

/** A line with what it says. */
export type ReadLine = { readonly line: TextLine; readonly text: string }

export type FoundLabel = {
  /** In the cell's pixels: its letters with their plate. */
  readonly box: Box
  readonly text: string
  readonly onFigure: boolean
  /** Its pixels; empty where it is on the figurine. */
  readonly pixels: readonly number[]
}

/** A label as somebody says that it is. */
export type LabelByHand = { readonly box: Box; readonly removed: boolean }

/** What is so many times as thick as its line, and no shape that fills its box, is no plate but what the line lies on. */
const PLATE = { thickness: 1.25, share: 0.72 }
/** Of what stands in a line, that can be taken for it to go. */
const WHOLE = 0.8
/** Beside a line, of its thickness: there are its dots, its shadow and the line under it. */
const ASIDE = 0.4

/** What may be words and stays as it is, for a person to look at. */
export const mayBeWords = (box: Box): FoundLabel => ({ box, text: '', onFigure: false, pixels: [] })

const boxOfPixels = (pixels: readonly number[], width: number): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0]
  for (const at of pixels) {
    const x = at % width
    const y = (at - x) / width
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, w: right - left + 1, h: bottom - top + 1 }
}

/** Whether most of what stands in a line can be taken. */
const isWhole = (
  { components: { labels } }: CellContent,
  line: TextLine,
  core: Box,
  wanted: ReadonlySet<number>,
  width: number,
): boolean => {
  let [taken, all] = [0, 0]
  for (let y = core.y; y < core.y + core.h; y += 1)
    for (let x = core.x; x < core.x + core.w; x += 1) {
      const label = labels[y * width + x] ?? 0
      if (label === 0 || !isInLine(line, x, y)) continue
      all += 1
      if (wanted.has(label)) taken += 1
    }
  return taken >= WHOLE * all
}

const labelsOf = (
  cell: Raster,
  content: CellContent,
  { line, text }: ReadLine,
): readonly FoundLabel[] => {
  const { width, height } = cell
  const { labels } = content.components
  const core = boxOfLine(line, cell)
  const touched = new Set<number>()
  let [inFigure, all] = [0, 0]
  for (let y = core.y; y < core.y + core.h; y += 1)
    for (let x = core.x; x < core.x + core.w; x += 1) {
      if (!isInLine(line, x, y)) continue
      const at = y * width + x
      all += 1
      if (content.figure.data[at] === 1) inFigure += 1
      const label = labels[at] ?? 0
      if (label > 0) touched.add(label)
    }
  const onFigure = inFigure > 0.12 * all
  if (onFigure) return [{ box: core, text, onFigure, pixels: [] }]
  const near = {
    ...line,
    length: line.length + 2 * ASIDE * line.thickness,
    thickness: line.thickness * (1 + 2 * ASIDE),
  }
  const room = boxOfLine(
    { ...near, length: near.length + 2 * line.thickness, thickness: 2.6 * line.thickness },
    cell,
  )
  const nearBox = boxOfLine(near, cell)
  for (let y = nearBox.y; y < nearBox.y + nearBox.h; y += 1)
    for (let x = nearBox.x; x < nearBox.x + nearBox.w; x += 1) {
      const label = labels[y * width + x] ?? 0
      if (label > 0 && isInLine(near, x, y)) touched.add(label)
    }
  const parts = content.components.parts.filter(({ label, box }) => {
    if (!touched.has(label) || content.figureParts.has(label)) return false
    return (
      box.x >= room.x &&
      box.y >= room.y &&
      box.x + box.w <= room.x + room.w &&
      box.y + box.h <= room.y + room.h
    )
  })
  const isBody = ({ box: { w, h }, area }: (typeof parts)[number]) =>
    Math.max(w / core.w, h / core.h) > PLATE.thickness && area < PLATE.share * w * h
  const bodies = parts.filter(isBody).map(({ box }) => mayBeWords(box))
  // A figurine that is outlined nowhere may be one with the words on it; or it is another label that they touch.
  if (bodies.length > 0) return [{ box: core, text, onFigure: true, pixels: [] }, ...bodies]
  const wanted = new Set(parts.map(({ label }) => label))
  // What has grown together with something else is left as a whole.
  if (!isWhole(content, line, core, wanted, width))
    return [{ box: core, text, onFigure: false, pixels: [] }]
  const pixels: number[] = []
  for (let y = room.y; y < Math.min(height, room.y + room.h); y += 1)
    for (let x = room.x; x < Math.min(width, room.x + room.w); x += 1)
      if (wanted.has(labels[y * width + x] ?? 0)) pixels.push(y * width + x)
  const box = pixels.length > 0 ? boxOfPixels(pixels, width) : core
  return [{ box, text, onFigure, pixels }]
}

/** The labels of a cell: which pixels are theirs, and which of them lie on the figurine. */
export const findLabels = (
  cell: Raster,
  content: CellContent,
  lines: readonly ReadLine[],
): FoundLabel[] => lines.flatMap((line) => labelsOf(cell, content, line))

/** All pixels of some labels. */
export const maskOf = ({ width, height }: Raster, labels: readonly FoundLabel[]): Mask => {
  const mask = newMask(width, height)
  for (const { pixels } of labels) for (const at of pixels) mask.data[at] = 1
  return mask
}

/** A label by hand: everything in its box that is no background goes, also on the figurine. */
export const labelByHand = (
  cell: Raster,
  { components, figure }: CellContent,
  box: Box,
  text: string,
): FoundLabel => {
  const pixels: number[] = []
  let inFigure = 0
  for (let y = box.y; y < box.y + box.h; y += 1)
    for (let x = box.x; x < box.x + box.w; x += 1) {
      const at = y * cell.width + x
      if (figure.data[at] === 1) inFigure += 1
      if (figure.data[at] === 1 || (components.labels[at] ?? 0) > 0) pixels.push(at)
    }
  return { box, text, onFigure: inFigure > 0.12 * box.w * box.h, pixels }
}
