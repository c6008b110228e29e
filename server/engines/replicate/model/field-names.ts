import type { InputField, ModelSchema } from './model-schema.ts'

/** What the models call each thing; the first name that a model has is the one it means. */
export const FIELD_NAMES = {
  steps: ['num_inference_steps', 'num_steps', 'steps'],
  guidance: ['guidance_scale', 'guidance', 'cfg', 'cfg_scale'],
  loraScale: ['lora_scale', 'lora_strength', 'lora_scales'],
  weights: ['lora_weights', 'replicate_weights', 'hf_lora'],
  pictures: ['num_outputs', 'num_images', 'num_samples'],
} as const

export type Named = { readonly name: string; readonly field: InputField }

/** The model's own input for a thing; null where it has none. */
export const findField = ({ inputs }: ModelSchema, names: readonly string[]): Named | null => {
  for (const name of names) {
    const field = inputs.get(name)
    if (field !== undefined) return { name, field }
  }
  return null
}

/** Image-to-image: the picture is drawn over the reference. */
export const drawsOverImage = ({ inputs }: ModelSchema): boolean =>
  inputs.has('image') && inputs.has('prompt_strength')
