import type { Directions } from './feature-distance.ts'
import { featureDistance } from './feature-distance.ts'

/** How many of the next nearest pieces say how near a piece usually is. */
const NEIGHBOURS = 5
/** The fewest pieces among which "nearer than usual" means something. */
export const PIECES_NEEDED = 4

/**
 * From this score on a draft repeats a piece. Chosen on 12 drawn figurines of one style: 115 of 120 copies found (JPEG,
 * cropped, mirrored, recoloured, turned, softened, drawn once more with small things other), 1 of 28 other figurines
 * flagged. Held out: 12 further figurines, 117 of 120 found and 1 of 28 flagged; creatures in another style, 90 of 90
 * found and 4 of 20 flagged, which in that set of few shapes and colours look nearly like a piece. The piece that a copy
 * was made of was the nearest one in all 330. Drafts of a piece's very caption come close to it in any version: judge by
 * other briefs. Nothing was measured on a model that was really over-fitted. `npm run bench -- judgement` measures it
 * again.
 */
export const TOO_CLOSE = 0.47

export type PieceDirections = { readonly plain: Directions; readonly mirrored: Directions }

export type Copying = {
  /** Which piece, from 0. */
  readonly nearest: number
  readonly mirrored: boolean
  /** From 0 to 1. */
  readonly score: number
  readonly isTooClose: boolean
}

/**
 * The piece that a draft looks most like, and how much nearer it is to it than to the next ones: 1 - d1 / mean(d2…d6).
 * Measured against the neighbours, one threshold serves styles of much and of little variety, as in Carlini et al.,
 * "Extracting Training Data from Diffusion Models" (USENIX Security 2023).
 */
export const judgeCopying = (draft: Directions, pieces: readonly PieceDirections[]): Copying => {
  const distances = pieces
    .map(({ plain, mirrored }, at) => {
      const asItIs = featureDistance(draft, plain)
      const turned = featureDistance(draft, mirrored)
      return { at, mirrored: turned < asItIs, distance: Math.min(asItIs, turned) }
    })
    .sort((one, other) => one.distance - other.distance)
  const [nearest, ...others] = distances
  const next = others.slice(0, NEIGHBOURS)
  if (nearest === undefined || next.length < PIECES_NEEDED - 1)
    throw new RangeError(`${pieces.length} pieces are too few to compare with.`)
  const usual = next.reduce((sum, { distance }) => sum + distance, 0) / next.length
  const score = usual > 0 ? Math.min(1, Math.max(0, 1 - nearest.distance / usual)) : 0
  return {
    nearest: nearest.at,
    mirrored: nearest.mirrored,
    score,
    isTooClose: score >= TOO_CLOSE,
  }
}
