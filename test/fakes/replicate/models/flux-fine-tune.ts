import type { Fields } from './field.ts'
import {
  BASE_MODEL,
  CUSTOM_RATIO,
  customSide,
  FINE_TUNE_IMAGE,
  FINE_TUNE_MASK,
  goFast,
  guidance,
  loraScale,
  MEGAPIXELS,
  NUM_OUTPUTS,
  OUTPUT_FORMAT,
  outputQuality,
  PROMPT,
  PROMPT_STRENGTH,
  SAFETY,
  SEED,
  STEPS,
  WEIGHTS,
} from './flux-fields.ts'
import type { Version } from './model.ts'
import { FLUX_FILTER_ERROR, OLD_FILTER_ERROR, versionId } from './model.ts'

/** The 21 inputs of a Flux LoRA that was trained since December 2024. */
const CURRENT: Fields = {
  prompt: PROMPT,
  image: FINE_TUNE_IMAGE,
  mask: FINE_TUNE_MASK,
  aspect_ratio: CUSTOM_RATIO,
  height: customSide('Height'),
  width: customSide('Width'),
  prompt_strength: PROMPT_STRENGTH,
  model: BASE_MODEL,
  num_outputs: NUM_OUTPUTS,
  num_inference_steps: STEPS,
  guidance_scale: guidance(3),
  seed: SEED,
  output_format: OUTPUT_FORMAT,
  output_quality: outputQuality(80),
  disable_safety_checker: SAFETY,
  go_fast: goFast(false),
  megapixels: MEGAPIXELS,
  replicate_weights: WEIGHTS,
  lora_scale: loraScale(3),
  extra_lora: WEIGHTS,
  extra_lora_scale: loraScale(3),
}

/** The 19 inputs before that; the trainer's own version has them still. */
export const OLDER_FIELDS: Fields = {
  prompt: PROMPT,
  image: FINE_TUNE_IMAGE,
  mask: FINE_TUNE_MASK,
  aspect_ratio: CUSTOM_RATIO,
  width: customSide('Width'),
  height: customSide('Height'),
  num_outputs: NUM_OUTPUTS,
  lora_scale: loraScale(2),
  num_inference_steps: STEPS,
  model: BASE_MODEL,
  guidance_scale: guidance(3.5),
  prompt_strength: PROMPT_STRENGTH,
  seed: SEED,
  extra_lora: WEIGHTS,
  extra_lora_scale: loraScale(2),
  output_format: OUTPUT_FORMAT,
  output_quality: outputQuality(90),
  replicate_weights: WEIGHTS,
  disable_safety_checker: SAFETY,
}

export const fluxFineTune = (name: string, createdAt = '2026-03-02T09:14:05.000Z'): Version => ({
  id: versionId(name),
  createdAt,
  cogVersion: '0.14.1',
  family: 'flux',
  fields: CURRENT,
  training: null,
  filterError: FLUX_FILTER_ERROR,
  single: false,
  disabled: false,
})

export const olderFluxFineTune = (name: string): Version => ({
  id: versionId(name),
  createdAt: '2024-10-20T17:40:12.000Z',
  cogVersion: '0.11.1',
  family: 'flux',
  fields: OLDER_FIELDS,
  training: null,
  filterError: OLD_FILTER_ERROR,
  single: false,
  disabled: false,
})
