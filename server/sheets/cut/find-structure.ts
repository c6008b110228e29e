import type { Box } from '../../../shared/contract/index.ts'
import type { ReadLine } from '../clean/find-labels.ts'
import { scaled } from '../raster/boxes.ts'
import type { Raster } from '../raster/raster.ts'
import { resize } from '../raster/resize.ts'
import { boxOfLine } from '../text/text-line.ts'
import { findCells } from './find-cells.ts'
import { refineBox } from './refine-box.ts'

/** The page is looked at with its longest side at so many pixels. */
const AFAR = 1000
/** An edge that was found there is so many of these pixels off at most. */
const OFF = 5

/** How many of the parts stand beside one another: a head over its body is one with it. */
const sideBySide = (parts: readonly Box[]): number => {
  let [count, covered] = [0, -Infinity]
  for (const { x, w } of [...parts].sort((a, b) => a.x - b.x)) {
    if (x + w / 4 > covered) count += 1
    covered = Math.max(covered, x + w)
  }
  return count
}

/** Cells, banner and footer in page pixels. */
export const findStructure = async (page: Raster, lines: readonly ReadLine[]) => {
  const scale = Math.min(1, AFAR / Math.max(page.width, page.height))
  const small = await resize(page, {
    width: Math.max(1, Math.round(page.width * scale)),
    height: Math.max(1, Math.round(page.height * scale)),
  })
  const [sx, sy] = [small.width / page.width, small.height / page.height]
  const boxes = lines.map(({ line }) => scaled(boxOfLine(line, page), sx, sy))
  const { cells, banner, footer } = findCells(small, boxes)
  const toPage = (box: Box) => scaled(box, 1 / sx, 1 / sy)
  return {
    banner: banner && toPage(banner),
    footer: footer && toPage(footer),
    cells: cells.map(({ region, figures }) => ({
      cell: refineBox(page, toPage(region), Math.ceil(OFF / scale)),
      certainty: region.certainty,
      figures: sideBySide(figures),
      labels: null,
    })),
  }
}
