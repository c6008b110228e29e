import * as v from 'valibot'

/** The ratios that Flux models take by name (input `aspect_ratio` of a trained Flux LoRA). */
export const AspectRatio = v.picklist([
  '1:1',
  '16:9',
  '21:9',
  '3:2',
  '2:3',
  '4:5',
  '5:4',
  '3:4',
  '4:3',
  '9:16',
  '9:21',
])
export type AspectRatio = v.InferOutput<typeof AspectRatio>

/** Pixels. */
export type Size = { readonly width: number; readonly height: number }

/** The one-megapixel sizes, in pixels, that Flux gives for each ratio. */
export const SIZES: Readonly<Record<AspectRatio, Size>> = {
  '1:1': { width: 1024, height: 1024 },
  '16:9': { width: 1344, height: 768 },
  '21:9': { width: 1536, height: 640 },
  '3:2': { width: 1216, height: 832 },
  '2:3': { width: 832, height: 1216 },
  '4:5': { width: 896, height: 1088 },
  '5:4': { width: 1088, height: 896 },
  '3:4': { width: 896, height: 1152 },
  '4:3': { width: 1152, height: 896 },
  '9:16': { width: 768, height: 1344 },
  '9:21': { width: 640, height: 1536 },
}

/** The ratio of `among` whose shape is nearest to `size`, by the logarithm of width over height. */
export const nearestAspectRatio = (
  size: Size,
  among: readonly AspectRatio[] = AspectRatio.options,
): AspectRatio => {
  const wanted = Math.log(size.width / size.height)
  const distance = (ratio: AspectRatio) =>
    Math.abs(Math.log(SIZES[ratio].width / SIZES[ratio].height) - wanted)
  return among.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best))
}
