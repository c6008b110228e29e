import type { Swatch } from '../../shared/contract/index.ts'
import { colourDifference } from './palette-distance.ts'

/** Colours that look alike are shown once. CIEDE2000. */
const ALIKE = 8
const SHOWN = 12

/** The colours of many pictures as one palette: at most twelve, most of it first. */
export const mergePalettes = (palettes: readonly (readonly Swatch[])[]): Swatch[] => {
  const merged: Swatch[] = []
  const all = palettes.flat().sort((one, other) => other.share - one.share)
  for (const { colour, share } of all) {
    const part = share / palettes.length
    const at = merged.findIndex((other) => colourDifference(colour, other.colour) < ALIKE)
    const alike = merged[at]
    if (alike === undefined) merged.push({ colour, share: part })
    else merged[at] = { ...alike, share: alike.share + part }
  }
  return merged.sort((one, other) => other.share - one.share).slice(0, SHOWN)
}
