import * as v from 'valibot'

const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const Row = v.tuple([v.number(), v.number(), v.number()])

export const Rgb = v.strictObject({ r: Unit, g: Unit, b: Unit })
export type Rgb = v.InferOutput<typeof Rgb>

const shared = {
  visible: v.optional(v.boolean()),
  opacity: v.optional(Unit),
  blendMode: v.optional(v.string()),
}

export const SolidPaint = v.strictObject({ type: v.literal('SOLID'), color: Rgb, ...shared })
export type SolidPaint = v.InferOutput<typeof SolidPaint>

export const ImagePaint = v.strictObject({
  type: v.literal('IMAGE'),
  scaleMode: v.picklist(['FILL', 'FIT', 'CROP', 'TILE']),
  imageHash: v.nullable(v.string()),
  imageTransform: v.optional(v.tuple([Row, Row])),
  scalingFactor: v.optional(v.number()),
  rotation: v.optional(v.number()),
  filters: v.optional(v.record(v.string(), v.number())),
  ...shared,
})
export type ImagePaint = v.InferOutput<typeof ImagePaint>

const Rgba = v.strictObject({ ...Rgb.entries, a: Unit })

export const GradientPaint = v.strictObject({
  type: v.picklist(['GRADIENT_LINEAR', 'GRADIENT_RADIAL']),
  /** From the node's unit square to the gradient's own space. */
  gradientTransform: v.tuple([Row, Row]),
  gradientStops: v.array(v.strictObject({ position: Unit, color: Rgba })),
  ...shared,
})

/** The paints that the host draws; keys that Figma lacks are refused, as in Figma. */
export const Paint = v.variant('type', [SolidPaint, ImagePaint, GradientPaint])
export type Paint = v.InferOutput<typeof Paint>

export const solid = (r: number, g: number, b: number): Paint => ({
  type: 'SOLID',
  color: { r, g, b },
})
