import type { AspectRatio, Size } from '../../../../shared/aspect-ratio.ts'
import { AspectRatio as Ratios, nearestAspectRatio } from '../../../../shared/aspect-ratio.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import { fitSize } from './fit-size.ts'
import type { Part } from './part.ts'

/** The ratios that the model takes by name. */
export const namedRatios = ({ inputs }: ModelSchema): readonly AspectRatio[] => {
  const values = inputs.get('aspect_ratio')?.values ?? []
  return Ratios.options.filter((ratio) => values.includes(ratio))
}

/** The size that the model can be told, where it does not know the ratio by name; null where it cannot. */
export const customSize = (schema: ModelSchema, wanted: Size): Size | null => {
  const ratios = schema.inputs.get('aspect_ratio')
  const takesSizes = ratios === undefined || ratios.values?.includes('custom') === true
  return takesSizes ? fitSize(schema, wanted) : null
}

/** The shape of the picture: by its name where the model knows it, by width and height elsewhere. */
export const shapePart = (
  schema: ModelSchema,
  { aspectRatio, width, height }: Size & { readonly aspectRatio: AspectRatio },
): Part => {
  const named = namedRatios(schema)
  if (named.includes(aspectRatio)) return { input: { aspect_ratio: aspectRatio }, warnings: [] }
  const size = customSize(schema, { width, height })
  if (size !== null) {
    const isCustom = schema.inputs.has('aspect_ratio')
    return { input: { ...size, ...(isCustom && { aspect_ratio: 'custom' }) }, warnings: [] }
  }
  if (named.length === 0)
    return { input: {}, warnings: ['This model chooses the shape of its pictures itself.'] }
  const nearest = nearestAspectRatio({ width, height }, named)
  return {
    input: { aspect_ratio: nearest },
    warnings: [`This model does not draw ${aspectRatio}; it draws ${nearest} instead.`],
  }
}
