import type { Field } from './field.ts'

export const FLUX_RATIOS = [
  '1:1',
  '16:9',
  '21:9',
  '3:2',
  '2:3',
  '4:5',
  '5:4',
  '3:4',
  '4:3',
  '9:16',
  '9:21',
] as const

export const PROMPT: Field = {
  type: 'string',
  required: true,
  description: 'Prompt for generated image',
}

export const SEED: Field = {
  type: 'integer',
  description: 'Random seed. Set for reproducible generation',
}

export const PROMPT_STRENGTH: Field = {
  type: 'number',
  default: 0.8,
  minimum: 0,
  maximum: 1,
  description: 'Prompt strength when using img2img. 1.0 is full destruction of the image',
}

export const NUM_OUTPUTS: Field = {
  type: 'integer',
  default: 1,
  minimum: 1,
  maximum: 4,
  description: 'Number of outputs to generate',
}

export const STEPS: Field = {
  type: 'integer',
  default: 28,
  minimum: 1,
  maximum: 50,
  description: 'Number of denoising steps',
}

export const OUTPUT_FORMAT: Field = {
  type: 'enum',
  values: ['webp', 'jpg', 'png'],
  default: 'webp',
  description: 'Format of the output images',
}

export const outputQuality = (value: number): Field => ({
  type: 'integer',
  default: value,
  minimum: 0,
  maximum: 100,
  description: 'Quality when saving the output images. Not relevant for .png outputs',
})

export const SAFETY: Field = {
  type: 'boolean',
  default: false,
  description: 'Disable safety checker for generated images',
}

export const MEGAPIXELS: Field = {
  type: 'enum',
  values: ['1', '0.25'],
  default: '1',
  description: 'Approximate number of megapixels for generated image',
}

export const goFast = (value: boolean): Field => ({
  type: 'boolean',
  default: value,
  description: 'Run faster predictions with a model optimized for speed',
})

export const guidance = (value: number): Field => ({
  type: 'number',
  default: value,
  minimum: 0,
  maximum: 10,
  description: 'Guidance scale for the diffusion process',
})

export const WEIGHTS: Field = {
  type: 'string',
  description: 'Load LoRA weights: owner/name, a HuggingFace or CivitAI model, a .safetensors URL',
}

export const loraScale = (maximum: number): Field => ({
  type: 'number',
  default: 1,
  minimum: -1,
  maximum,
  description: 'How strongly the LoRA is applied',
})

const IGNORED = 'If provided, aspect_ratio, width, and height inputs are ignored.'

export const FINE_TUNE_IMAGE: Field = {
  type: 'string',
  format: 'uri',
  description: `Input image for image to image or inpainting mode. ${IGNORED}`,
}

export const FINE_TUNE_MASK: Field = {
  type: 'string',
  format: 'uri',
  description: `Image mask for image inpainting mode. ${IGNORED}`,
}

export const BASE_IMAGE: Field = {
  type: 'string',
  format: 'uri',
  description:
    'Input image for image to image mode. The aspect ratio of your output will match this image',
}

export const BASE_RATIO: Field = {
  type: 'enum',
  values: FLUX_RATIOS,
  default: '1:1',
  description: 'Aspect ratio for the generated image',
}

export const CUSTOM_RATIO: Field = {
  type: 'enum',
  values: [...FLUX_RATIOS, 'custom'],
  default: '1:1',
  description: 'Aspect ratio for the generated image. If custom is selected, uses height and width',
}

export const customSide = (side: 'Width' | 'Height'): Field => ({
  type: 'integer',
  minimum: 256,
  maximum: 1440,
  description: `${side} of generated image. Only works if aspect_ratio is set to custom`,
})

export const BASE_MODEL: Field = {
  type: 'enum',
  values: ['dev', 'schnell'],
  default: 'dev',
  description: 'Which model to run inference with',
}
