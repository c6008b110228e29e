import type { Box } from '../../../shared/contract/index.ts'
import { median } from '../raster/median.ts'
import type { Raster } from '../raster/raster.ts'
import { edgeMaps } from './edge-maps.ts'
import { figureParts } from './figure-parts.ts'
import type { Region } from './split-region.ts'
import { splitRegion } from './split-region.ts'

/** A cell as seen from afar. */
export type FoundCell = {
  readonly region: Region
  /** What may be figurines in it, the largest first. */
  readonly figures: readonly Box[]
}

export type Structure = {
  readonly cells: readonly FoundCell[]
  readonly banner: Box | null
  readonly footer: Box | null
}

const areaOf = ({ w, h }: Box): number => w * h

/** Of the largest figurine and cell of a page: what is smaller is a logo, a colour chip, a gap. */
const FIGURE_SHARE = 0.1
const CELL_SHARE = 0.06
/** A band is so much wider than high. */
const BAND = 5

/** Of the middle figurine of a page: one that is so much smaller may be a label. */
const ODD = 0.35
const ODD_CERTAINTY = 0.4

const sizeOf = ({ figures: [first] }: FoundCell): number => (first ? areaOf(first) : 0)

const doubtOddOnes = (sizes: readonly number[]) => {
  const middle = median(sizes)
  return (cell: FoundCell): FoundCell =>
    sizeOf(cell) >= ODD * middle
      ? cell
      : {
          ...cell,
          region: {
            ...cell.region,
            certainty: Math.min(cell.region.certainty, ODD_CERTAINTY),
          },
        }
}

const inReadingOrder = (cells: readonly FoundCell[]): FoundCell[] => {
  const rest = [...cells].sort((a, b) => a.region.y - b.region.y || a.region.x - b.region.x)
  const ordered: FoundCell[] = []
  for (let first = rest.shift(); first !== undefined; first = rest.shift()) {
    const { y, h } = first.region
    const row = [first]
    for (let at = rest.length - 1; at >= 0; at -= 1) {
      const other = rest[at]
      if (other !== undefined && other.region.y < y + h / 2) row.push(...rest.splice(at, 1))
    }
    ordered.push(...row.sort((a, b) => a.region.x - b.region.x))
  }
  return ordered
}

/** The cells of a page, and what is printed above and below all of them. `text`: boxes of its lines. */
export const findCells = (picture: Raster, text: readonly Box[]): Structure => {
  const maps = edgeMaps(picture, text)
  const page = { x: 0, y: 0, w: picture.width, h: picture.height, certainty: 1 }
  const regions = splitRegion(maps, text, page)
  const withFigures = regions.map((region) => {
    const bySize = (a: Box, b: Box) => areaOf(b) - areaOf(a)
    const figures = figureParts(maps, region).sort(bySize)
    if (figures.length > 0) return { region, figures, isUnderWords: false }
    const certainty = Math.min(region.certainty, ODD_CERTAINTY)
    const covered = figureParts(maps, region, true).sort(bySize)
    return { region: { ...region, certainty }, figures: covered, isUnderWords: true }
  })
  const isBand = ({ region }: FoundCell): boolean => region.w > BAND * region.h
  const largestFigure = Math.max(0, ...withFigures.filter((cell) => !isBand(cell)).map(sizeOf))
  const largestCell = Math.max(
    0,
    ...withFigures.filter((cell) => sizeOf(cell) > 0).map(({ region }) => areaOf(region)),
  )
  const cells = withFigures.filter(
    (cell) =>
      sizeOf(cell) > 0 &&
      !isBand(cell) &&
      sizeOf(cell) >= (cell.isUnderWords ? ODD : FIGURE_SHARE) * largestFigure &&
      areaOf(cell.region) >= CELL_SHARE * largestCell,
  )
  const top = Math.min(...cells.map(({ region }) => region.y))
  const bottom = Math.max(...cells.map(({ region }) => region.y + region.h))
  const hasText = ({ y, h }: Box) =>
    text.some((box) => box.y + box.h / 2 > y && box.y + box.h / 2 < y + h)
  const above = { x: 0, y: 0, w: picture.width, h: Math.max(1, top) }
  const below = { x: 0, y: bottom, w: picture.width, h: Math.max(1, picture.height - bottom) }
  return {
    cells: inReadingOrder(cells).map(doubtOddOnes(cells.map(sizeOf))),
    banner: cells.length > 0 && hasText(above) ? above : null,
    footer: cells.length > 0 && hasText(below) ? below : null,
  }
}
