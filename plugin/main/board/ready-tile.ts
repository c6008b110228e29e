import type { Size } from '../../../shared/aspect-ratio.ts'
import type { BoardLayout } from '../../../shared/board.ts'
import type { Source } from './find-sources.ts'
import { commonSide, opticalScale } from './optical-size.ts'
import type { PutTile } from './prepare-tile.ts'
import { copyAsItIs, prepareCopy, prepareMove } from './prepare-tile.ts'

/** A frame, how it gets on the board, and how it gets there once more where it repeats. */
export type ReadyTile = Source & { readonly put: PutTile; readonly putAgain: PutTile }

/** Scales closer to 1 than this would blur pixels for nothing. */
const SLACK = 0.005

const scaleOf = (size: Size, side: number): number => {
  const scale = opticalScale(size, side)
  return Math.abs(scale - 1) < SLACK ? 1 : scale
}

/** The side at which these frames are compared: drafts keep their size where there are any. */
export const sideOf = (sources: readonly Source[]): number => {
  const drafts = sources.filter(({ role }) => role === 'draft')
  return commonSide((drafts.length > 0 ? drafts : sources).map(({ size }) => size))
}

const scaled = ({ width, height }: Size, scale: number): Size => ({
  width: width * scale,
  height: height * scale,
})

/** A frame that is on the board already, and is not drawn again. */
export const readyItself = (source: Source): ReadyTile => ({
  ...source,
  put: prepareMove(source.node),
  putAgain: copyAsItIs(source.node),
})

/**
 * Everything that takes its time before a frame goes on a board: fonts, or a picture of what cannot be copied. Rejects
 * for what Figma cannot draw.
 */
export const readyTile = async (
  source: Source,
  side: number,
  layout: BoardLayout,
): Promise<ReadyTile> => {
  const { node, role, moves } = source
  const scale = moves ? 1 : scaleOf(source.size, side)
  const size = scaled(source.size, scale)
  const repeats = layout === `against-${role}`
  const copy = !moves || repeats ? await prepareCopy(node, scale, size) : null
  const put = moves || copy === null ? prepareMove(node) : copy
  return { ...source, size, put, putAgain: copy ?? put }
}
