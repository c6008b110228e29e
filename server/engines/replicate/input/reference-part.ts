import { drawsOverImage } from '../model/field-names.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import { fitNumber } from './fit-number.ts'
import type { Part } from './part.ts'

/** A reference as it goes to Replicate. `strength` is from 0 (close to the reference) to 1 (free). */
export type ReferenceImage = {
  /** A data URL. */
  readonly url: string
  readonly strength: number
}

/** Image-to-image; null where the model cannot do it. The picture has the size of the image then. */
export const referencePart = (
  schema: ModelSchema,
  { url, strength }: ReferenceImage,
): Part | null => {
  const field = schema.inputs.get('prompt_strength')
  if (field === undefined || !drawsOverImage(schema)) return null
  return { input: { image: url, prompt_strength: fitNumber(field, strength) }, warnings: [] }
}
