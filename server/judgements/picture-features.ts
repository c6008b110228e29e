import sharp from 'sharp'
import type { Swatch } from '../../shared/contract/index.ts'
import { SIDE_LIMIT } from '../../shared/contract/index.ts'
import type { Model } from './open-model.ts'
import { FEATURES, MODEL_SIDE } from './open-model.ts'
import { paletteOf } from './palette-of.ts'

/** The whole picture and its middle, in colour and in grey: so a copy that was cropped or recoloured stays one. */
const VIEWS = [
  { crop: 1, grey: false },
  { crop: 0.85, grey: false },
  { crop: 1, grey: true },
  { crop: 0.85, grey: true },
] as const
/** How many views of each are in colour, and then in grey. */
export const VIEWS_OF_A_KIND = VIEWS.length / 2

/** What the checks know of a picture. */
export type PictureFeatures = {
  /** Features of each view, one view after the other, each as parts of its largest one in 255ths. */
  readonly views: Uint8Array
  readonly palette: readonly Swatch[]
}

/** Changes with everything that changes the features: kept ones of another maker are extracted anew. */
export const FEATURES_MAKER = 'mobilenet-v2-1.4/1'
export const FEATURES_BYTES = VIEWS.length * FEATURES

const upright = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: SIDE_LIMIT * SIDE_LIMIT }).autoOrient()

type View = (typeof VIEWS)[number] & { readonly mirrored: boolean }

const pixelsOf = async (
  bytes: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  { crop, grey, mirrored }: View,
): Promise<Uint8Array> => {
  const part = { width: Math.round(width * crop), height: Math.round(height * crop) }
  const left = Math.floor((width - part.width) / 2)
  const top = Math.floor((height - part.height) / 2)
  const view = upright(bytes)
    .extract({ left, top, ...part })
    .resize(MODEL_SIDE, MODEL_SIDE, { fit: 'fill' })
    .flatten({ background: '#fff' })
  const turned = mirrored ? view.flop() : view
  const coloured = grey ? turned.modulate({ saturation: 0 }) : turned
  return coloured.toColourspace('srgb').raw().toBuffer()
}

/** Each as a part of the largest, in 255ths: the angle between two stays what it was, to a thousandth. */
const compact = (features: Float32Array): Uint8Array => {
  const largest = features.reduce((max, value) => Math.max(max, value), Number.EPSILON)
  return Uint8Array.from(features, (value) => Math.round((value / largest) * 255))
}

/** Null where the bytes are no picture that can be read. */
const readPixels = async (bytes: Uint8Array, mirrored: boolean): Promise<Uint8Array[] | null> => {
  try {
    const { autoOrient: size } = await upright(bytes).metadata()
    return await Promise.all(VIEWS.map((view) => pixelsOf(bytes, size, { ...view, mirrored })))
  } catch {
    return null
  }
}

/** Of a picture, or of its mirror image. Null where the bytes are no picture that can be read. */
export const extractFeatures = async (
  model: Model,
  bytes: Uint8Array,
  mirrored: boolean,
): Promise<PictureFeatures | null> => {
  const pixels = await readPixels(bytes, mirrored)
  if (pixels === null) return null
  const views = new Uint8Array(FEATURES_BYTES)
  for (const [at, view] of pixels.entries()) views.set(compact(await model(view)), at * FEATURES)
  return { views, palette: await paletteOf(bytes) }
}
