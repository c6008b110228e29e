import { describe, expect, it } from 'vitest'
import type { PictureRequest } from '../../../../server/engines/engine.ts'
import type { MapRequest } from '../../../../server/engines/replicate/input/map-input.ts'
import { mapInput } from '../../../../server/engines/replicate/input/map-input.ts'
import type { ModelSchema } from '../../../../server/engines/replicate/model/model-schema.ts'
import type { FileId } from '../../../../shared/ids.ts'
import { PICTURE } from './open-engine.ts'
import { schemaOf, schemaWith } from './schema-of.ts'

const map = (
  schema: ModelSchema,
  picture: Partial<PictureRequest> = {},
  rest: Partial<MapRequest> = {},
) =>
  mapInput(schema, {
    picture: { ...PICTURE, ...picture },
    weights: null,
    reference: null,
    ...rest,
  })

const { prompt } = PICTURE
const flux = {
  prompt,
  seed: 42,
  num_inference_steps: 28,
  aspect_ratio: '1:1',
  output_format: 'png',
  num_outputs: 1,
}
const WEIGHTS = 'https://example.com/lora.safetensors'

describe('a picture as the input of', () => {
  it.each([
    ['maker/nua-figurine', null, { ...flux, guidance_scale: 3, lora_scale: 1 }],
    ['maker/nua-figurine-2024', null, { ...flux, guidance_scale: 3, lora_scale: 1 }],
    ['black-forest-labs/flux-dev', null, { ...flux, guidance: 3 }],
    [
      'black-forest-labs/flux-dev-lora',
      WEIGHTS,
      { ...flux, guidance: 3, lora_weights: WEIGHTS, lora_scale: 1 },
    ],
    [
      'stability-ai/sdxl',
      null,
      {
        prompt,
        seed: 42,
        num_inference_steps: 28,
        guidance_scale: 3,
        lora_scale: 1,
        width: 1024,
        height: 1024,
        num_outputs: 1,
      },
    ],
    [
      'maker/nua-sdxl',
      null,
      {
        prompt,
        seed: 42,
        num_inference_steps: 28,
        guidance_scale: 3,
        lora_scale: 1,
        width: 1024,
        height: 1024,
        num_outputs: 1,
      },
    ],
    [
      'lucataco/stable-diffusion-3.5-large-lora',
      'me/nua',
      {
        prompt,
        seed: 42,
        num_inference_steps: 28,
        guidance_scale: 3,
        hf_lora: 'me/nua',
        lora_scale: 1,
        aspect_ratio: '1:1',
        output_format: 'png',
      },
    ],
  ])('%s', (name, weights, input) => {
    expect(map(schemaOf(name), {}, { weights })).toEqual({ input, warnings: [] })
  })
})

describe('what a model cannot take', () => {
  it('is moved into its range, and said', () => {
    const { input, warnings } = map(schemaOf('maker/nua-figurine-2024'), {
      steps: 80,
      loraScale: 3,
    })
    expect(input).toMatchObject({ num_inference_steps: 50, lora_scale: 2 })
    expect(warnings).toEqual([
      'This model takes 1 to 50 for steps: drawn with 50 instead of 80.',
      'This model takes -1 to 2 for LoRA strength: drawn with 2 instead of 3.',
    ])
  })

  it('is left out, and said', () => {
    const { input, warnings } = map(schemaWith({}), { loraScale: 0.5 })
    expect(input).toEqual({ prompt })
    expect(warnings).toHaveLength(5)
    expect(warnings.join()).toMatch(/seed.*steps.*guidance.*LoRA strength.*shape/)
  })

  it('never touches the safety checker, the negative prompt or the watermark', () => {
    for (const name of ['maker/nua-figurine', 'stability-ai/sdxl']) {
      const { input } = map(schemaOf(name))
      expect(Object.keys(input)).not.toContain('disable_safety_checker')
      expect(Object.keys(input)).not.toContain('negative_prompt')
      expect(Object.keys(input)).not.toContain('apply_watermark')
    }
  })

  it('is a LoRA that nobody named', () => {
    for (const name of [
      'black-forest-labs/flux-dev-lora',
      'lucataco/stable-diffusion-3.5-large-lora',
    ])
      expect(map(schemaOf(name)).warnings).toEqual([
        expect.stringContaining('draws without any LoRA'),
      ])
  })

  it('stops a style whose LoRA would not be loaded', () => {
    expect(() => map(schemaOf('black-forest-labs/flux-dev'), {}, { weights: WEIGHTS })).toThrow(
      /cannot load a LoRA.*Nothing was charged/,
    )
  })
})

describe('other names for the same things', () => {
  it('finds them', () => {
    const schema = schemaWith({
      steps: { type: 'integer', minimum: 1, maximum: 50 },
      cfg: { type: 'number', minimum: 0, maximum: 20 },
      lora_weights: { type: 'array', items: { type: 'string' } },
      lora_scales: { type: 'array', items: { type: 'number' } },
      num_samples: { type: 'integer', default: 4 },
      seed: { type: 'integer', minimum: 0, maximum: 2_147_483_647 },
    })
    const { input } = map(schema, { seed: 4_294_967_295 }, { weights: 'me/nua' })
    expect(input).toEqual({
      prompt,
      seed: 4_294_967_295 % 2_147_483_648,
      steps: 28,
      cfg: 3,
      lora_weights: ['me/nua'],
      lora_scales: [1],
      num_samples: 1,
    })
  })

  it('sends no list of strengths without weights', () => {
    const schema = schemaWith({ lora_scales: { type: 'array', items: { type: 'number' } } })
    expect(map(schema).input).not.toHaveProperty('lora_scales')
  })
})

describe('the file format', () => {
  const formats = (values: string[]) =>
    schemaWith({
      output_format: { type: 'string', enum: values },
      output_quality: { type: 'integer', minimum: 0, maximum: 100 },
    })
  it.each([
    [['webp', 'jpg', 'png'], 'jpg', { output_format: 'jpg', output_quality: 100 }],
    [['webp', 'jpeg'], 'jpg', { output_format: 'jpeg', output_quality: 100 }],
    [['webp', 'jpg'], 'png', { output_format: 'webp', output_quality: 100 }],
    [['webp', 'png'], 'jpg', { output_format: 'png' }],
  ] as const)('of %j for %s', (values, format, sent) => {
    expect(map(formats([...values]), { format }).input).toEqual({ prompt, ...sent })
  })
})

describe('the shape', () => {
  const wide = { aspectRatio: '21:9', width: 1536, height: 640 } as const
  const side = { type: 'integer', minimum: 256, maximum: 1440 }

  it('is custom where the model does not know its name, within its sides and in its proportion', () => {
    const schema = schemaWith({
      aspect_ratio: { enum: ['1:1', 'custom'], type: 'string' },
      width: side,
      height: side,
    })
    expect(map(schema, wide).input).toMatchObject({
      aspect_ratio: 'custom',
      width: 1440,
      height: 608,
    })
  })

  it('is a multiple of what the model’s own words ask for', () => {
    const side = { type: 'integer', maximum: 1000, description: 'Must be a multiple of 64.' }
    const { input } = map(schemaWith({ width: side, height: side }), wide)
    expect(input).toMatchObject({ width: 960, height: 448 })
  })

  it('is the nearest that there is, and said, where the model only knows names', () => {
    const schema = schemaWith({ aspect_ratio: { enum: ['1:1', '16:9'], type: 'string' } })
    const { input, warnings } = map(schema, wide)
    expect(input).toMatchObject({ aspect_ratio: '16:9' })
    expect(warnings).toContain('This model does not draw 21:9; it draws 16:9 instead.')
  })
})

describe('a reference', () => {
  const picture = {
    reference: { file: 'a'.repeat(64) as FileId, use: 'follow', strength: 0.6 },
  } as const
  const reference = { url: 'data:image/jpeg;base64,AA', strength: 0.6 }

  it('becomes the image, and decides the shape', () => {
    const { input, warnings } = map(schemaOf('maker/nua-figurine'), picture, { reference })
    expect(input).toMatchObject({ image: reference.url, prompt_strength: 0.6 })
    expect(input).not.toHaveProperty('aspect_ratio')
    expect(warnings).toEqual([])
  })

  it('says when the model has no use for it', () => {
    const { input, warnings } = map(schemaWith({}), picture, { reference })
    expect(input).not.toHaveProperty('image')
    expect(warnings).toContain(
      'This model cannot use a reference in this way, so the picture is drawn without it.',
    )
  })
})
