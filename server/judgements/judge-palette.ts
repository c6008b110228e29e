import type { LabPalette } from './palette-distance.ts'
import { paletteDistance } from './palette-distance.ts'

/**
 * A palette is off the style when it lies so many times farther from the nearest piece than pieces usually lie from each
 * other. Chosen on 12 drawn figurines (28 of 28 recoloured ones found, 5 of 28 others flagged). Held out: 12 further
 * figurines, 25 of 28 found and 0 of 28 flagged; creatures in another style, 10 of 20 found and 2 of 20 flagged.
 * Recoloured: the hue turned by 30° to 90°, nearly grey, loud or dark. `npm run bench -- judgement` measures it again.
 */
export const OFF_PALETTE = 1.8

/** How far a palette lies from the piece with the nearest one. CIEDE2000. */
export const distanceToPieces = (palette: LabPalette, pieces: readonly LabPalette[]): number =>
  Math.min(...pieces.map((piece) => paletteDistance(palette, piece)))

/** How far the palette of a piece usually lies from the rest of the dataset: the median. CIEDE2000. */
export const usualDistance = (pieces: readonly LabPalette[]): number => {
  const distances = pieces
    .map((piece, at) => distanceToPieces(piece, pieces.toSpliced(at, 1)))
    .sort((one, other) => one - other)
  return distances[Math.floor(distances.length / 2)] ?? 0
}
