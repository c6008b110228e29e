import type { Box } from '../../../shared/contract/index.ts'
import type { Component, Components, Mask } from '../raster/components.ts'
import { componentsOf, newMask } from '../raster/components.ts'
import { dilate, fillHoles } from '../raster/morphology.ts'
import type { Raster } from '../raster/raster.ts'
import type { TextLine } from '../text/text-line.ts'
import { boxOfLine, isInLine } from '../text/text-line.ts'
import type { Background } from './background.ts'

/** What stands in a cell before its background. */
export type CellContent = {
  readonly components: Components
  /** The figurine with all that it encloses. */
  readonly figure: Mask
  /** The parts that make it up, by label. */
  readonly figureParts: ReadonlySet<number>
  readonly figureBox: Box | null
  /** Those of its parts that stand far from the others: they may be words as well. */
  readonly apart: readonly Box[]
}

/** From the background's own texture, of 255, to what counts as something else. */
const MARGIN = 5
const LEAST = 11
const MOST = 46
/** Of its largest part's area, to be a part of the figurine as well: near to it, and anywhere. */
const PART = 0.03
const LARGE = 0.25
/** Of the largest part's longer side, that is near. */
const NEAR = 0.2

const contentMask = (cell: Raster, { base, texture }: Background): Mask => {
  const limit = Math.max(LEAST, Math.min(MOST, texture + MARGIN))
  const mask = newMask(cell.width, cell.height)
  for (let at = 0; at < mask.data.length; at += 1) {
    const i = at * 3
    const off = Math.max(
      Math.abs((cell.data[i] ?? 0) - (base.data[i] ?? 0)),
      Math.abs((cell.data[i + 1] ?? 0) - (base.data[i + 1] ?? 0)),
      Math.abs((cell.data[i + 2] ?? 0) - (base.data[i + 2] ?? 0)),
    )
    if (off > limit) mask.data[at] = 1
  }
  return mask
}

/** Of the cell: what is larger is no label, whatever was read there. */
const WORDS = 0.12

/** How far two boxes are apart along the axis where they are further. */
const distanceOf = (a: Box, b: Box): number =>
  Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w, a.y - b.y - b.h, b.y - a.y - a.h)

const areaOf = ({ w, h }: Box): number => w * h

/** Whether a part is the words of a line, or the plate that they stand on. */
const isOfLine = (
  part: Component,
  { labels }: Components,
  lines: readonly TextLine[],
  cell: Raster,
): boolean =>
  areaOf(part.box) < WORDS * cell.width * cell.height &&
  lines.some((line) => {
    const grown = {
      ...line,
      length: line.length + 1.4 * line.thickness,
      thickness: 2.4 * line.thickness,
    }
    const box = boxOfLine(grown, cell)
    const { box: own } = part
    if (
      own.x < box.x ||
      own.y < box.y ||
      own.x + own.w > box.x + box.w ||
      own.y + own.h > box.y + box.h
    )
      return false
    let [inside, all] = [0, 0]
    for (let y = own.y; y < own.y + own.h; y += 1)
      for (let x = own.x; x < own.x + own.w; x += 1) {
        if (labels[y * cell.width + x] !== part.label) continue
        all += 1
        if (isInLine(line, x, y)) inside += 1
      }
    return inside > 0.3 * all
  })

/** What makes up the figurine with its largest part: what is large, and what stands near to it, or to what does. */
const partsOf = (main: Component, all: readonly Component[]): readonly Component[] => {
  const near = NEAR * Math.max(main.box.w, main.box.h)
  const taken = all.filter(({ area }) => area >= LARGE * main.area)
  let rest = all.filter(({ area }) => area >= PART * main.area && area < LARGE * main.area)
  for (let grew = true; grew;) {
    const close = rest.filter(({ box }) =>
      taken.some((other) => distanceOf(box, other.box) <= near),
    )
    rest = rest.filter((part) => !close.includes(part))
    taken.push(...close)
    grew = close.length > 0
  }
  return taken
}

/** Those that are not near to the largest part, nor to what is. */
const partsApart = (main: Component, all: readonly Component[]): readonly Component[] => {
  const near = NEAR * Math.max(main.box.w, main.box.h)
  let apart = all.filter((part) => part !== main)
  const reached = [main]
  for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
    const { box } = next
    reached.push(...apart.filter((part) => distanceOf(part.box, box) <= near))
    apart = apart.filter((part) => distanceOf(part.box, box) > near)
  }
  return apart
}

/** Tells the figurine from everything else in a cell. `lines`: of text, in the cell's pixels. */
export const contentOf = (
  cell: Raster,
  background: Background,
  lines: readonly TextLine[],
): CellContent => {
  const components = componentsOf(contentMask(cell, background))
  const candidates = components.parts.filter(
    (part) => part.area > 60 && !isOfLine(part, components, lines, cell),
  )
  // What lies along an edge is what is left of it.
  const isRim = ({ box, area }: Component) =>
    (Math.min(box.w, box.h) < 0.04 * Math.min(cell.width, cell.height) ||
      area < 0.12 * areaOf(box)) &&
    (box.x === 0 || box.y === 0 || box.x + box.w === cell.width || box.y + box.h === cell.height)
  const inner = candidates.filter((part) => !isRim(part))
  const main = inner.reduce<Component | null>(
    (best, part) => (best === null || part.area > best.area ? part : best),
    null,
  )
  const figure = newMask(cell.width, cell.height)
  if (main === null)
    return { components, figure, figureParts: new Set(), figureBox: null, apart: [] }
  const parts = partsOf(main, inner)
  const figureParts = new Set(parts.map(({ label }) => label))
  for (let at = 0; at < figure.data.length; at += 1) {
    const label = components.labels[at] ?? 0
    if (label > 0 && figureParts.has(label)) figure.data[at] = 1
  }
  // An outline may have small gaps.
  const filled = fillHoles(dilate(figure, 2))
  return {
    components,
    figure: filled,
    figureParts,
    figureBox: boxOf(filled),
    apart: partsApart(main, parts).map(({ box }) => box),
  }
}

const boxOf = ({ width, height, data }: Mask): Box | null => {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (data[y * width + x] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  return right < 0 ? null : { x: left, y: top, w: right - left + 1, h: bottom - top + 1 }
}
