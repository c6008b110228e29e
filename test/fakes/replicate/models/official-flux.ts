import type { Fields } from './field.ts'
import {
  BASE_IMAGE,
  BASE_RATIO,
  CUSTOM_RATIO,
  customSide,
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
import type { FakeModel } from './model.ts'
import { FLUX_FILTER_ERROR, versionId } from './model.ts'

/** Not a fine-tune's names: `guidance` instead of `guidance_scale`, and no size of one's own. */
const BASE: Fields = {
  prompt: PROMPT,
  aspect_ratio: BASE_RATIO,
  image: BASE_IMAGE,
  prompt_strength: PROMPT_STRENGTH,
  num_outputs: NUM_OUTPUTS,
  num_inference_steps: STEPS,
  guidance: guidance(3),
  seed: SEED,
  output_format: OUTPUT_FORMAT,
  output_quality: outputQuality(80),
  disable_safety_checker: SAFETY,
  go_fast: goFast(true),
  megapixels: MEGAPIXELS,
}

/** No steps, no guidance, and one picture as one URL. */
const PRO: Fields = {
  prompt: PROMPT,
  image_prompt: { type: 'string', format: 'uri', description: 'Image to guide composition' },
  aspect_ratio: CUSTOM_RATIO,
  width: customSide('Width'),
  height: customSide('Height'),
  safety_tolerance: {
    type: 'integer',
    default: 2,
    minimum: 1,
    maximum: 6,
    description: '1 is most strict and 6 is most permissive',
  },
  seed: SEED,
  prompt_upsampling: { type: 'boolean', default: false, description: 'Modify the prompt' },
  output_format: OUTPUT_FORMAT,
  output_quality: outputQuality(80),
}

const LORA: Fields = {
  ...BASE,
  lora_weights: WEIGHTS,
  lora_scale: loraScale(3),
  extra_lora: WEIGHTS,
  extra_lora_scale: loraScale(3),
  hf_api_token: { type: 'string', format: 'password', description: 'HuggingFace API token' },
  civitai_api_token: { type: 'string', format: 'password', description: 'CivitAI API token' },
}

const official = (
  name: string,
  description: string,
  fields: Fields,
  single = false,
): FakeModel => ({
  owner: 'black-forest-labs',
  name,
  description,
  visibility: 'public',
  official: true,
  visible: true,
  versions: [
    {
      id: versionId(`black-forest-labs/${name}`),
      createdAt: '2026-04-01T12:00:00.000Z',
      cogVersion: '0.14.1',
      family: 'flux',
      fields,
      training: null,
      filterError: FLUX_FILTER_ERROR,
      single,
      disabled: false,
    },
  ],
})

export const fluxDev = official('flux-dev', 'A 12 billion parameter rectified flow model', BASE)
export const fluxDevLora = official('flux-dev-lora', 'Flux dev with any LoRA by its URL', LORA)
export const fluxPro = official('flux-1.1-pro', 'Faster and better than Flux pro', PRO, true)
