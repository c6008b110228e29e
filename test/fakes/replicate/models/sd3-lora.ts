import type { Fields } from './field.ts'
import { FLUX_RATIOS } from './flux-fields.ts'
import type { Version } from './model.ts'
import { OLD_FILTER_ERROR, versionId } from './model.ts'

/** Stable Diffusion 3.5 Large with a LoRA by `hf_lora`; one picture a run, nothing required. */
const FIELDS: Fields = {
  prompt: { type: 'string', default: '', description: 'Text prompt for image generation' },
  aspect_ratio: {
    type: 'enum',
    values: FLUX_RATIOS,
    default: '1:1',
    description: 'Aspect ratio for the generated image',
  },
  guidance_scale: {
    type: 'number',
    default: 4.5,
    minimum: 0,
    maximum: 20,
    description: 'Guidance for generated image',
  },
  image: {
    type: 'string',
    format: 'uri',
    description:
      'Input image for img2img mode. The aspect ratio of your output will match this image',
  },
  prompt_strength: {
    type: 'number',
    default: 0.7,
    minimum: 0,
    maximum: 1,
    description: 'Strength for img2img',
  },
  num_inference_steps: {
    type: 'integer',
    default: 28,
    minimum: 1,
    maximum: 50,
    description: 'Number of inference steps',
  },
  seed: { type: 'integer', description: 'Random seed. Set for reproducible generation' },
  output_format: {
    type: 'enum',
    values: ['webp', 'jpg', 'png'],
    default: 'webp',
    description: 'Format of the output images',
  },
  output_quality: {
    type: 'integer',
    default: 80,
    minimum: 0,
    maximum: 100,
    description: 'Quality when saving the output images',
  },
  hf_lora: { type: 'string', description: 'HuggingFace path, or URL to the LoRA weights' },
  lora_scale: {
    type: 'number',
    default: 0.8,
    minimum: 0,
    maximum: 1,
    description: 'Scale for the LoRA weights',
  },
  disable_safety_checker: {
    type: 'boolean',
    default: false,
    description: 'Disable safety checker for generated images',
  },
}

export const sd3LoraVersion = (name: string): Version => ({
  id: versionId(name),
  createdAt: '2024-10-26T08:11:00.000Z',
  cogVersion: '0.9.26',
  family: 'sd3',
  fields: FIELDS,
  training: null,
  filterError: OLD_FILTER_ERROR,
  single: false,
  disabled: false,
})
