import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FLUX_RATIOS } from './models/flux-fields.ts'
import { MODELS } from './models/models.ts'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'
import { WireModel, wirePage, WireVersion } from './wire-schemas.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(async () => {
  await fake.stop()
  fake.expectClean()
})

const inputs = async (owner: string, name: string) => {
  const response = await fake.request(`/v1/models/${owner}/${name}`)
  const { latest_version: newest } = v.parse(WireModel, await response.json())
  return newest?.openapi_schema.components.schemas.Input.properties ?? {}
}

it.each(MODELS.filter((model) => model.visible).map((model) => [`${model.owner}/${model.name}`]))(
  'shows %s, its versions and each of them',
  async (key) => {
    const [owner = '', name = ''] = key.split('/')
    const at = `/v1/models/${key}`
    const model = v.parse(WireModel, await (await fake.request(at)).json())
    const { results } = v.parse(
      wirePage(WireVersion),
      await (await fake.request(`${at}/versions`)).json(),
    )
    expect(model.latest_version).toEqual(results[0] ?? null)
    for (const version of results)
      expect(await fake.client.models.versions.get(owner, name, version.id)).toEqual(version)
  },
)

it.each([
  ['maker', 'nua-figurine', 21, ['guidance_scale', 'go_fast', 'megapixels', 'width', 'mask']],
  ['maker', 'nua-figurine-2024', 19, ['guidance_scale', 'replicate_weights', 'width']],
  ['black-forest-labs', 'flux-dev-lora', 19, ['guidance', 'lora_weights', 'extra_lora']],
  ['black-forest-labs', 'flux-dev', 13, ['guidance', 'go_fast']],
  ['black-forest-labs', 'flux-1.1-pro', 10, ['prompt_upsampling', 'width']],
  ['stability-ai', 'sdxl', 19, ['negative_prompt', 'scheduler', 'width']],
  ['maker', 'nua-sdxl', 19, ['replicate_weights', 'refine']],
  ['lucataco', 'stable-diffusion-3.5-large-lora', 12, ['hf_lora', 'lora_scale']],
])('gives %s/%s its own %i inputs', async (owner, name, count, names) => {
  const found = await inputs(owner, name)
  expect(Object.keys(found)).toHaveLength(count)
  expect(Object.keys(found)).toEqual(expect.arrayContaining(names))
})

it('writes enums, ranges and defaults as Cog does', async () => {
  const model = await fake.client.models.get('maker', 'nua-figurine-2024')
  expect(model.latest_version?.openapi_schema).toMatchObject({
    components: {
      schemas: {
        Input: {
          required: ['prompt'],
          properties: {
            aspect_ratio: {
              allOf: [{ $ref: '#/components/schemas/aspect_ratio' }],
              default: '1:1',
              'x-order': 3,
            },
            lora_scale: {
              type: 'number',
              title: 'Lora Scale',
              minimum: -1,
              maximum: 2,
              default: 1,
            },
          },
        },
        aspect_ratio: { enum: [...FLUX_RATIOS, 'custom'] },
        Output: { type: 'array', items: { type: 'string', format: 'uri' } },
      },
    },
  })
})

it('hides what is private and somebody else’s', async () => {
  const response = await fake.request('/v1/models/somebody-else/private-style')
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    detail: 'The requested resource could not be found.',
    status: 404,
  })
})

it('creates a model once', async () => {
  const options = { visibility: 'private', hardware: 'gpu-t4' } as const
  expect(
    v.parse(WireModel, await fake.client.models.create('maker', 'new', options)),
  ).toMatchObject({ owner: 'maker', name: 'new', visibility: 'private', latest_version: null })
  await expect(fake.client.models.create('maker', 'new', options)).rejects.toMatchObject({
    message: containing('A model with that name and owner already exists.'),
    response: { status: 409 },
  })
})

it('falls back to the version before when the newest is deleted', async () => {
  const before = await fake.client.models.versions.list('maker', 'nua-figurine')
  fake.script.deleteVersion('maker/nua-figurine')
  const after = await fake.client.models.versions.list('maker', 'nua-figurine')
  expect(after.results).toEqual(before.results.slice(1))
})

it('knows its account and its hardware', async () => {
  expect(await fake.client.accounts.current()).toMatchObject({ username: 'maker' })
  expect(await fake.client.hardware.list()).toContainEqual(
    expect.objectContaining({ sku: 'gpu-h100' }),
  )
})
