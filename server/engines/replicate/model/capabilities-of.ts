import { AspectRatio, SIZES } from '../../../../shared/aspect-ratio.ts'
import type { Capabilities } from '../../../../shared/contract/index.ts'
import { customSize, namedRatios } from '../input/shape-part.ts'
import { drawsOverImage, FIELD_NAMES, findField } from './field-names.ts'
import type { ModelSchema } from './model-schema.ts'

type Range = NonNullable<Capabilities['steps']>

/** The model's own range, inside what Maquette's settings can hold; null where it has no such input. */
const range = (schema: ModelSchema, names: readonly string[], widest: Range): Range | null => {
  const found = findField(schema, names)
  if (found === null) return null
  const { minimum, maximum } = found.field
  return {
    min: Math.max(widest.min, minimum ?? widest.min),
    max: Math.min(widest.max, maximum ?? widest.max),
    step: widest.step,
  }
}

const ratiosOf = (schema: ModelSchema): Capabilities['aspectRatios'] => {
  const named = namedRatios(schema)
  const ratios = AspectRatio.options.flatMap((ratio) => {
    if (named.includes(ratio)) return [{ ratio, ...SIZES[ratio] }]
    const size = customSize(schema, SIZES[ratio])
    return size === null ? [] : [{ ratio, ...size }]
  })
  // One that chooses the shape itself is asked for a square.
  return ratios.length > 0 ? ratios : [{ ratio: '1:1', ...SIZES['1:1'] }]
}

/** What a version can do, by its own schema. */
export const capabilitiesOf = (
  schema: ModelSchema,
  { usd, estimate, seconds }: { usd: number; estimate: boolean; seconds: number },
): Capabilities => ({
  aspectRatios: ratiosOf(schema),
  // Whatever it writes is turned into these.
  formats: ['png', 'jpg'],
  steps: range(schema, FIELD_NAMES.steps, { min: 1, max: 100, step: 1 }),
  guidance: range(schema, FIELD_NAMES.guidance, { min: 0, max: 30, step: 0.1 }),
  loraScale: range(schema, FIELD_NAMES.loraScale, { min: -2, max: 3, step: 0.05 }),
  referenceUses: drawsOverImage(schema) ? ['follow'] : [],
  pricePerPicture: { usd, estimate },
  secondsPerPicture: seconds,
})
