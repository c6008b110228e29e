import type { SheetFlag } from '../../shared/contract/index.ts'
import { CELL_LIMIT } from '../../shared/contract/index.ts'
import type { Background } from './clean/background.ts'
import type { ReadLine } from './clean/find-labels.ts'
import type { Raster } from './raster/raster.ts'

/** Of the page, that its lines of text cover. Design sheets have about 0.03. */
const WRITTEN = 0.15
/** A background that goes further from its smooth colour, of 255, or less of whose rim is alike, is none. */
const BUSY = 40
const EVEN = 0.6

const isScene = ({ texture, evenness }: Background): boolean => texture > BUSY || evenness < EVEN

type Found = {
  readonly page: Raster
  readonly lines: readonly ReadLine[]
  /** How many cells the page has. */
  readonly cells: number
  /** Those of the cells that were cleaned. */
  readonly backgrounds: readonly Background[]
}

/** Why the whole of a sheet is to be doubted. */
export const sheetFlagsOf = ({ page, lines, cells, backgrounds }: Found): SheetFlag[] => {
  const written = lines.reduce((sum, { line }) => sum + line.length * line.thickness, 0)
  const scenes = backgrounds.filter(isScene).length
  const flags: SheetFlag[] = []
  if (scenes > backgrounds.length / 2) flags.push('photo')
  if (written > WRITTEN * page.width * page.height) flags.push('mostly_text')
  if (cells > CELL_LIMIT) flags.push('many_cells')
  return flags
}
