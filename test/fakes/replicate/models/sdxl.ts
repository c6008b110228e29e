import type { Fields } from './field.ts'
import type { Version } from './model.ts'
import { OLD_FILTER_ERROR, versionId } from './model.ts'

const FIELDS: Fields = {
  prompt: {
    type: 'string',
    default: 'An astronaut riding a rainbow unicorn',
    description: 'Input prompt',
  },
  negative_prompt: { type: 'string', default: '', description: 'Input Negative Prompt' },
  image: { type: 'string', format: 'uri', description: 'Input image for img2img or inpaint mode' },
  mask: { type: 'string', format: 'uri', description: 'Input mask for inpaint mode' },
  width: { type: 'integer', default: 1024, description: 'Width of output image' },
  height: { type: 'integer', default: 1024, description: 'Height of output image' },
  num_outputs: {
    type: 'integer',
    default: 1,
    minimum: 1,
    maximum: 4,
    description: 'Number of images to output.',
  },
  scheduler: {
    type: 'enum',
    values: [
      'DDIM',
      'DPMSolverMultistep',
      'HeunDiscrete',
      'KarrasDPM',
      'K_EULER_ANCESTRAL',
      'K_EULER',
      'PNDM',
    ],
    default: 'K_EULER',
    description: 'scheduler',
  },
  num_inference_steps: {
    type: 'integer',
    default: 50,
    minimum: 1,
    maximum: 500,
    description: 'Number of denoising steps',
  },
  guidance_scale: {
    type: 'number',
    default: 7.5,
    minimum: 1,
    maximum: 50,
    description: 'Scale for classifier-free guidance',
  },
  prompt_strength: {
    type: 'number',
    default: 0.8,
    minimum: 0,
    maximum: 1,
    description: 'Prompt strength when using img2img / inpaint',
  },
  seed: { type: 'integer', description: 'Random seed. Leave blank to randomize the seed' },
  refine: {
    type: 'enum',
    values: ['no_refiner', 'expert_ensemble_refiner', 'base_image_refiner'],
    default: 'no_refiner',
    description: 'Which refine style to use',
  },
  high_noise_frac: {
    type: 'number',
    default: 0.8,
    minimum: 0,
    maximum: 1,
    description: 'For expert_ensemble_refiner, the fraction of noise to use',
  },
  refine_steps: { type: 'integer', description: 'For base_image_refiner, the steps to refine' },
  apply_watermark: { type: 'boolean', default: true, description: 'Applies a watermark' },
  lora_scale: {
    type: 'number',
    default: 0.6,
    minimum: 0,
    maximum: 1,
    description: 'LoRA additive scale. Only applicable on trained models.',
  },
  replicate_weights: { type: 'string', description: 'Replicate LoRA weights to use' },
  disable_safety_checker: {
    type: 'boolean',
    default: false,
    description: 'Disable safety checker for generated images',
  },
}

/** SDXL and its fine-tunes have the same inputs: width and height instead of a ratio, always PNG. */
export const sdxlVersion = (name: string): Version => ({
  id: versionId(name),
  createdAt: '2024-05-23T23:26:26.000Z',
  cogVersion: '0.9.5',
  family: 'sdxl',
  fields: FIELDS,
  training: null,
  filterError: OLD_FILTER_ERROR,
  single: false,
  disabled: false,
})
