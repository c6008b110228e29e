import type { Size } from '../../../shared/aspect-ratio.ts'

/** Pixels: drafts keep their size, icons become large enough to be judged, posters small enough. */
const LEAST = 256
const MOST = 1024
/** How much longer than the side of a square a long thin picture may become. */
const STRETCH = 1.6

const meanSide = ({ width, height }: Size): number => Math.sqrt(width * height)

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? LEAST
}

/** The side of a square that looks as large as most of these do. */
export const usualSide = (sizes: readonly Size[]): number => median(sizes.map(meanSide))

/** The side at which frames of these sizes are compared. */
export const commonSide = (sizes: readonly Size[]): number =>
  Math.min(MOST, Math.max(LEAST, Math.round(usualSide(sizes))))

/** The factor that makes a frame look as large as a square of this side: the same area, within bounds. */
export const opticalScale = (size: Size, side: number): number =>
  Math.min(side / meanSide(size), (side * STRETCH) / Math.max(size.width, size.height))
