import { AppError } from '../../../../shared/errors.ts'
import type { ModelSchema } from '../model/model-schema.ts'
import { FIELD_NAMES, findField } from '../model/field-names.ts'
import type { Part } from './part.ts'
import { NOTHING, joinParts } from './part.ts'
import { settingPart } from './setting-part.ts'

const NO_WEIGHTS =
  'This model draws without any LoRA until the style names one: its address comes after a + behind the model’s name.'

const weightsPart = (schema: ModelSchema, weights: string | null): Part => {
  const found = findField(schema, FIELD_NAMES.weights)
  if (weights === null)
    // Where a fine-tune has this input, it is for another LoRA than its own.
    return found === null || found.name === 'replicate_weights'
      ? NOTHING
      : { input: {}, warnings: [NO_WEIGHTS] }
  if (found === null)
    throw new AppError(
      'weights_failed',
      'This model cannot load a LoRA from an address. Nothing was charged. Use a model that can, such as black-forest-labs/flux-dev-lora.',
    )
  const value = found.field.type === 'array' ? [weights] : weights
  return { input: { [found.name]: value }, warnings: [] }
}

const scalePart = (schema: ModelSchema, weights: string | null, scale: number): Part => {
  const found = findField(schema, FIELD_NAMES.loraScale)
  // A list of strengths goes with the list of weights: without weights there is nothing to be strong.
  if (found?.field.type === 'array')
    return weights === null ? NOTHING : { input: { [found.name]: [scale] }, warnings: [] }
  // Full strength is what a model without the setting draws with anyway.
  return found === null && scale === 1
    ? NOTHING
    : settingPart(schema, FIELD_NAMES.loraScale, 'LoRA strength', scale)
}

/** The LoRA to load, where the style names one, and how strong it is. Throws AppError `weights_failed`. */
export const loraPart = (schema: ModelSchema, weights: string | null, scale: number): Part =>
  joinParts([weightsPart(schema, weights), scalePart(schema, weights, scale)])
