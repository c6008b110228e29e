import type { Box, PieceFlag } from '../../../shared/contract/index.ts'
import type { Mask } from '../raster/components.ts'
import { newMask } from '../raster/components.ts'
import { dilate } from '../raster/morphology.ts'
import { contains, meets, union } from '../raster/boxes.ts'
import type { Raster } from '../raster/raster.ts'
import { crop } from '../raster/raster.ts'
import type { Models } from '../text/open-models.ts'
import type { TextLine } from '../text/text-line.ts'
import { boxOfLine, moveLine } from '../text/text-line.ts'
import type { Background } from './background.ts'
import { findBackground } from './background.ts'
import type { CellContent } from './cell-content.ts'
import { contentOf } from './cell-content.ts'
import type { FoundLabel, LabelByHand, ReadLine } from './find-labels.ts'
import { findLabels, labelByHand, maskOf, mayBeWords } from './find-labels.ts'
import { findRemains, remainsOf } from './find-remains.ts'
import { fill } from './fill.ts'
import type { FigureColours } from './foreign-colours.ts'
import { coloursOf } from './foreign-colours.ts'
import { lookAgain } from './look-again.ts'
import { lookAtFigure } from './look-at-figure.ts'
import { withoutPattern } from './without-pattern.ts'

/** Pixels: what is smaller is grain. */
const SPECK = 60
/** Letters are smeared a little at their edges, by smoothing and by JPEG. */
const SMEAR = 3

export type CleanedCell = {
  readonly before: Raster
  readonly after: Raster
  readonly background: Background
  readonly labels: readonly (FoundLabel & { readonly removed: boolean })[]
  readonly figureBox: Box | null
  /** Null: there is no figurine. */
  readonly colours: FigureColours | null
  /** All that stands in the cleaned cell before its background. */
  readonly occupied: Box | null
  readonly flags: readonly PieceFlag[]
}

type Work = { readonly before: Raster; readonly background: Background }

/** The labels of a cell, looked for, and looked for again where something stands beside the figurine. */
const lookForLabels = async (
  models: Models,
  { before, background }: Work,
  own: readonly ReadLine[],
) => {
  const content = contentOf(before, background, linesOf(own))
  const labels = findLabels(before, content, own)
  const known = new Set(remainsOf(before, content))
  const { labels: parts } = content.components
  for (const { pixels } of labels) for (const at of pixels) known.add(parts[at] ?? 0)
  const { lines, unread } = await lookAgain(models, before, content, known)
  const { figureBox } = content
  const near = figureBox === null ? [] : await lookAtFigure(models, before, figureBox, own)
  if (lines.length + near.length === 0)
    return { content, labels: [...labels, ...[...unread, ...content.apart].map(mayBeWords)] }
  const all = withoutFragments([...own, ...lines, ...near], before)
  const again = contentOf(before, background, linesOf(all))
  return {
    content: again,
    labels: [...findLabels(before, again, all), ...[...unread, ...again.apart].map(mayBeWords)],
  }
}

/** What stands in a cell beside its figurine and is no pattern: nothing of it is background. */
const standingIn = (cell: Raster, { components, figureParts }: CellContent): Mask => {
  const parts = components.parts.filter(
    ({ area, label }) => area > SPECK && !figureParts.has(label),
  )
  const standing = new Set(withoutPattern(cell, components, parts).map(({ label }) => label))
  const mask = newMask(cell.width, cell.height)
  for (let at = 0; at < mask.data.length; at += 1)
    if (standing.has(components.labels[at] ?? 0)) mask.data[at] = 1
  return mask
}

/** Lines without those that are a part of a longer one. */
const withoutFragments = (lines: readonly ReadLine[], cell: Raster): readonly ReadLine[] =>
  lines.filter(({ line }) =>
    lines.every(
      (other) =>
        other.line.length <= line.length || !contains(boxOfLine(other.line, cell), line.x, line.y),
    ),
  )

const linesOf = (read: readonly ReadLine[]): TextLine[] => read.map(({ line }) => line)

/** The labels that somebody set: those to remove, and those that stay. */
const takeLabels = (
  { before, background }: Work,
  own: readonly ReadLine[],
  byHand: readonly LabelByHand[],
  cell: Box,
) => {
  const content = contentOf(before, background, linesOf(own))
  const labels = byHand.flatMap(({ box, removed }) => {
    const x = Math.max(0, box.x - cell.x)
    const y = Math.max(0, box.y - cell.y)
    const w = Math.min(box.x + box.w - cell.x, before.width) - x
    const h = Math.min(box.y + box.h - cell.y, before.height) - y
    if (w < 1 || h < 1) return []
    const inBox = ({ line }: ReadLine) => contains({ x, y, w, h }, line.x, line.y)
    const text = own.filter(inBox).map((line) => line.text)
    const label = labelByHand(before, content, { x, y, w, h }, text.join(' '))
    return [removed ? label : { ...label, pixels: [] }]
  })
  return { content, labels }
}

/**
 * Cuts a cell out of its page and takes its labels off. `lines`: those of the page; `byHand`: the labels as somebody set
 * them, in page pixels, or null to look for them.
 */
export const cleanCell = async (
  models: Models,
  page: Raster,
  cell: Box,
  lines: readonly ReadLine[],
  byHand: readonly LabelByHand[] | null = null,
): Promise<CleanedCell> => {
  const before = crop(page, cell)
  const own = lines
    .filter(({ line: { x, y } }) => contains(cell, x, y))
    .map(({ line, text }) => ({ text, line: moveLine(line, cell.x, cell.y) }))
  const background = await findBackground(
    before,
    own.map(({ line }) => boxOfLine(line, before)),
  )
  const work = { before, background }
  const { content, labels } =
    byHand === null ? await lookForLabels(models, work, own) : takeLabels(work, own, byHand, cell)
  const holes = dilate(maskOf(before, labels), SMEAR)
  const rim = dilate(findRemains(before, content), SMEAR)
  const avoid = dilate(standingIn(before, content), 1)
  const onFigure = byHand === null ? null : maskOf(before, labels)
  for (let at = 0; at < holes.data.length; at += 1) {
    if (holes.data[at] === 1) avoid.data[at] = 0
    // By hand, a part of the figurine goes as well.
    if (content.figure.data[at] === 1 && onFigure?.data[at] !== 1) {
      holes.data[at] = 0
      avoid.data[at] = 1
    } else if (rim.data[at] === 1) holes.data[at] = 1
  }
  const after = { ...before, data: before.data.slice() }
  const visible = fill(after, background, holes, avoid)
  return {
    before,
    after,
    background,
    labels: labels.map((label) => ({ ...label, removed: label.pixels.length > 0 })),
    figureBox: content.figureBox,
    colours:
      content.figureBox &&
      coloursOf(
        before,
        content.figure,
        content.figureBox,
        labels.map(({ box }) => box),
      ),
    occupied: [
      ...(content.figureBox === null ? [] : [content.figureBox]),
      ...labels.flatMap(({ box, pixels }) => (pixels.length === 0 ? [box] : [])),
    ].reduce<Box | null>((all, box) => (all === null ? box : union(all, box)), null),
    flags: [
      ...(byHand === null ? flagsOf(labels) : []),
      ...(labels.some(({ box, pixels }) => pixels.length > 0 && visible.some(meets(box)))
        ? (['fill_visible'] as const)
        : []),
    ],
  }
}

const flagsOf = (labels: readonly FoundLabel[]): PieceFlag[] => [
  ...(labels.some(({ onFigure }) => onFigure) ? (['text_on_figure'] as const) : []),
  ...(labels.some(({ onFigure, pixels }) => !onFigure && pixels.length === 0)
    ? (['text_left'] as const)
    : []),
]
