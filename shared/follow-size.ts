import type { Size } from './aspect-ratio.ts'

/** The longest side of a reference, in pixels: models draw about a megapixel. */
export const REFERENCE_SIDE = 1024
/** How many times longer than wide a reference may be. */
export const REFERENCE_STRETCH = 4

/** Every image-to-image model gives back sides that are multiples of 16 as they came in. */
const MULTIPLE = 16

/**
 * The size, in pixels, that a reference is brought to before an engine draws over it, and so the size of the picture:
 * the model's own ratio, width and height are ignored then ("If provided, aspect_ratio, width, and height inputs are
 * ignored", schema of a trained Flux LoRA). Null for one that is too long and thin.
 */
export const followSize = ({ width, height }: Size): Size | null => {
  const longest = Math.max(width, height)
  if (longest <= 0 || longest > Math.min(width, height) * REFERENCE_STRETCH) return null
  const fit = (side: number) => Math.round((side * REFERENCE_SIDE) / longest / MULTIPLE) * MULTIPLE
  return { width: fit(width), height: fit(height) }
}
