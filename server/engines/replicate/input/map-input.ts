import type { PictureRequest } from '../../engine.ts'
import { FIELD_NAMES, findField } from '../model/field-names.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import { formatPart } from './format-part.ts'
import { loraPart } from './lora-part.ts'
import type { Part } from './part.ts'
import { joinParts, NOTHING } from './part.ts'
import type { ReferenceImage } from './reference-part.ts'
import { referencePart } from './reference-part.ts'
import { seedPart } from './seed-part.ts'
import { settingPart } from './setting-part.ts'
import { shapePart } from './shape-part.ts'

export type MapRequest = {
  readonly picture: PictureRequest
  readonly weights: string | null
  readonly reference: ReferenceImage | null
}

const onePicture = (schema: ModelSchema): Part => {
  const found = findField(schema, FIELD_NAMES.pictures)
  return found === null ? NOTHING : { input: { [found.name]: 1 }, warnings: [] }
}

const NO_REFERENCE: Part = {
  input: {},
  warnings: ['This model cannot use a reference in this way, so the picture is drawn without it.'],
}

/**
 * A picture as the input of one version: only names that its schema has, because Replicate takes unknown ones and says
 * nothing; every value within the schema's limits; and a warning for whatever could not be kept. What is not ours to
 * set, the safety checker first of all, is left as the model has it. Throws AppError `weights_failed`.
 */
export const mapInput = (
  schema: ModelSchema,
  { picture, weights, reference }: MapRequest,
): Part => {
  const follows = reference === null ? null : referencePart(schema, reference)
  return joinParts([
    { input: { prompt: picture.prompt }, warnings: [] },
    seedPart(schema, picture.seed),
    settingPart(schema, FIELD_NAMES.steps, 'steps', picture.steps),
    settingPart(schema, FIELD_NAMES.guidance, 'guidance', picture.guidance),
    loraPart(schema, weights, picture.loraScale),
    follows ?? shapePart(schema, picture),
    picture.reference !== undefined && follows === null ? NO_REFERENCE : NOTHING,
    formatPart(schema, picture.format),
    onePicture(schema),
  ])
}
