import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { ModelSchema } from '../model/model-schema.ts'

const MULTIPLE = 16

const multipleOf = (description: string): number =>
  Number(/(?:multiples? of|divisible by) (\d+)/i.exec(description)?.[1] ?? MULTIPLE)

/**
 * The size nearest to `wanted`, in pixels and in its shape, that the model's width and height take; null where it has
 * none. Sides are multiples of 16 unless the model's own words name another number.
 */
export const fitSize = ({ inputs }: ModelSchema, wanted: Size): Size | null => {
  const width = inputs.get('width')
  const height = inputs.get('height')
  if (width === undefined || height === undefined) return null
  const shrink = Math.min(
    1,
    (width.maximum ?? Infinity) / wanted.width,
    (height.maximum ?? Infinity) / wanted.height,
  )
  const fit = (field: typeof width, side: number): number => {
    const multiple = multipleOf(field.description)
    const rounded = Math.floor((side * shrink) / multiple + 0.5) * multiple
    const highest = Math.floor((field.maximum ?? Infinity) / multiple) * multiple
    const lowest = Math.ceil((field.minimum ?? multiple) / multiple) * multiple
    return Math.max(lowest, Math.min(highest, rounded))
  }
  return { width: fit(width, wanted.width), height: fit(height, wanted.height) }
}
