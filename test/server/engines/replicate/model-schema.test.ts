import { describe, expect, it } from 'vitest'
import { capabilitiesOf } from '../../../../server/engines/replicate/model/capabilities-of.ts'
import { parseModelReference } from '../../../../server/engines/replicate/model/model-reference.ts'
import { parseModelSchema } from '../../../../server/engines/replicate/model/model-schema.ts'
import { whyNoDrafts } from '../../../../server/engines/replicate/model/why-no-drafts.ts'
import { schemaOf, schemaWith } from './schema-of.ts'

const PRICE = { usd: 0.01, estimate: true, seconds: 7 }

describe('a version’s schema', () => {
  it('is read as Cog writes it: enums as components, numbers with limits', () => {
    const { inputs, givesFiles } = schemaOf('maker/nua-figurine')
    expect(givesFiles).toBe(true)
    expect(inputs.get('output_format')).toMatchObject({
      type: 'string',
      values: ['webp', 'jpg', 'png'],
    })
    expect(inputs.get('lora_scale')).toMatchObject({ type: 'number', minimum: -1, maximum: 3 })
    expect(inputs.get('prompt')).toMatchObject({ required: true })
  })

  it('is read as newer ones write it: "or null" as a list of types', () => {
    const { inputs } = schemaWith({
      seed: { anyOf: [{ type: 'integer', maximum: 9 }, { type: 'null' }] },
      shape: { $ref: '#/components/schemas/nowhere' },
    })
    expect(inputs.get('seed')).toMatchObject({ type: 'integer', maximum: 9 })
    expect(inputs.get('shape')).toMatchObject({ type: 'other', values: null })
  })

  it.each([null, undefined, {}, 'text', { components: { schemas: {} } }])(
    'is none: %j',
    (schema) => {
      expect(parseModelSchema(schema)).toBeNull()
    },
  )

  it.each([
    ['yorickvp/llava-13b', /does not draw pictures from words/],
    ['maker/nua-figurine', null],
    ['stability-ai/sdxl', null],
  ])('of %s tells whether it draws drafts', (name, words) => {
    const why = whyNoDrafts(schemaOf(name))
    if (words === null) expect(why).toBeNull()
    else expect(why).toMatch(words)
  })

  it('tells what a brief is not enough for', () => {
    const schema = schemaWith({ main_face_image: { type: 'string' } }, ['main_face_image'])
    expect(whyNoDrafts(schema)).toContain('more than a brief (main face image)')
  })
})

describe('what a version can do', () => {
  it('are its own ranges, shapes and uses', () => {
    const flux = capabilitiesOf(schemaOf('maker/nua-figurine-2024'), PRICE)
    expect(flux).toMatchObject({
      steps: { min: 1, max: 50 },
      guidance: { min: 0, max: 10 },
      loraScale: { min: -1, max: 2 },
      referenceUses: ['follow'],
      pricePerPicture: { usd: 0.01, estimate: true },
      secondsPerPicture: 7,
    })
    expect(flux.aspectRatios).toHaveLength(11)
    expect(capabilitiesOf(schemaOf('stability-ai/sdxl'), PRICE)).toMatchObject({
      steps: { min: 1, max: 100 },
      guidance: { min: 1, max: 30 },
      loraScale: { min: 0, max: 1 },
    })
    expect(capabilitiesOf(schemaOf('black-forest-labs/flux-dev'), PRICE).loraScale).toBeNull()
    expect(capabilitiesOf(schemaWith({}), PRICE)).toMatchObject({
      aspectRatios: [{ ratio: '1:1' }],
      steps: null,
      referenceUses: [],
    })
  })
})

describe('the name of a model', () => {
  const version = 'a'.repeat(64)
  it.each([
    ['maker/nua', { owner: 'maker', name: 'nua', version: null, weights: null }],
    [`maker/nua:${version}`, { owner: 'maker', name: 'nua', version, weights: null }],
    [
      'bfl/flux+https://x.org/a.safetensors',
      { owner: 'bfl', name: 'flux', version: null, weights: 'https://x.org/a.safetensors' },
    ],
    [`bfl/flux:${version}+me/nua`, { owner: 'bfl', name: 'flux', version, weights: 'me/nua' }],
  ])('%s', (text, reference) => {
    expect(parseModelReference(text)).toEqual(reference)
  })

  it.each(['nua', 'maker/nua:latest', 'maker/nua+', 'maker/nua+data:x,y', 'a/b/c', ''])(
    'is not %j',
    (text) => {
      expect(() => parseModelReference(text)).toThrow(/not the name of a model/)
    },
  )
})
