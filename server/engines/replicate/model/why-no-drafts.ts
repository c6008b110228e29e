import type { ModelSchema } from './model-schema.ts'
import { drawsOverImage } from './field-names.ts'

const words = (names: readonly string[]): string => names.join(', ').replaceAll('_', ' ')

/** Why a model cannot draw drafts from a brief, in words; null where it can. */
export const whyNoDrafts = (schema: ModelSchema): string | null => {
  if (!schema.givesFiles || !schema.inputs.has('prompt'))
    return 'This model does not draw pictures from words. Nothing was charged. Choose one that does, such as a trained Flux LoRA.'
  const missing = [...schema.inputs]
    .filter(([name, { required }]) => required && name !== 'prompt')
    .map(([name]) => name)
  if (missing.length === 0) return null
  const needs = missing.includes('image') && drawsOverImage(schema) ? 'a reference' : words(missing)
  return `This model needs more than a brief (${needs}), so it cannot draw drafts. Nothing was charged. Choose another one.`
}
