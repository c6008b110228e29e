import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { versionId } from './models/model.ts'
import type { OpenFake } from './open-fake.ts'
import { openFake } from './open-fake.ts'

const FINE_TUNE = `maker/nua-figurine:${versionId('maker/nua-figurine second')}`

const containing = (text: string): unknown => expect.stringContaining(text)

let fake: OpenFake
beforeEach(async () => {
  fake = await openFake()
})
afterEach(async () => {
  await fake.stop()
  fake.expectClean()
})

const create = (body: unknown) => fake.request('/v1/predictions', { json: body })
const withInput = (input: object) => create({ version: FINE_TUNE, input })

const refused = async (response: Response, status: number) => {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(fake.ledger).toEqual([])
  return response.json() as Promise<unknown>
}

describe('tokens', () => {
  it.each([
    ['none', {}],
    ['another', { authorization: 'Bearer r8_other' }],
  ])('refuses %s', async (_name, headers) => {
    const response = await fetch(`${fake.url}/v1/account`, { headers })
    expect(await refused(response, 401)).toEqual({
      title: 'Unauthenticated',
      detail: 'You did not pass a valid authentication token',
      status: 401,
    })
    expect(response.headers.get('ratelimit-remaining')).toMatch(/^\d+$/)
  })
})

describe('bodies', () => {
  it('names what is missing and what is too much at the top', async () => {
    expect(await refused(await create({ model: 'a/b', input: {} }), 422)).toEqual({
      title: 'Input validation failed',
      status: 422,
      detail: '- version is required\n- Additional property model is not allowed\n',
      invalid_fields: [
        { type: 'required', field: '', description: 'version is required' },
        {
          type: 'additional_property_not_allowed',
          field: '',
          description: 'Additional property model is not allowed',
        },
      ],
    })
  })

  it('refuses what is no JSON', async () => {
    await refused(await fake.request('/v1/predictions', { method: 'POST', body: '{' }), 400)
  })

  it.each([
    ['a required name', {}, 'required', '- input: prompt is required\n'],
    [
      'an enum',
      { prompt: 'x', output_format: 'gif' },
      'enum',
      '- input.output_format: output_format must be one of the following: "webp", "jpg", "png"\n',
    ],
    [
      'too much',
      { prompt: 'x', num_outputs: 5 },
      'number_lte',
      '- input.num_outputs: Must be less than or equal to 4\n',
    ],
    [
      'too little',
      { prompt: 'x', lora_scale: -1.5 },
      'number_gte',
      '- input.lora_scale: Must be greater than or equal to -1\n',
    ],
    [
      'a list for a text',
      { prompt: 'x', image: ['x'] },
      'invalid_type',
      '- input.image: Invalid type. Expected: string, given: array\n',
    ],
    [
      'a fraction for a whole number',
      { prompt: 'x', seed: 1.5 },
      'invalid_type',
      '- input.seed: Invalid type. Expected: integer, given: number\n',
    ],
    [
      'null for a number',
      { prompt: 'x', seed: null },
      'invalid_type',
      '- input.seed: Invalid type. Expected: integer, given: null\n',
    ],
    [
      'a word for a URL',
      { prompt: 'x', image: 'cat' },
      'format',
      "- input.image: Does not match format 'uri'\n",
    ],
  ])('refuses %s', async (_name, input, type, detail) => {
    expect(await refused(await withInput(input), 422)).toMatchObject({
      title: 'Input validation failed',
      detail,
      invalid_fields: [{ type }],
    })
  })

  it('is an ApiError of the real client', async () => {
    const creating = fake.client.predictions.create({ version: FINE_TUNE, input: {} })
    await expect(creating).rejects.toMatchObject({
      name: 'ApiError',
      message: containing('prompt is required'),
      response: { status: 422 },
    })
  })
})

describe('versions', () => {
  it.each([
    ['latest', 'maker/nua-figurine:latest'],
    ['a community model without a version', 'maker/nua-figurine'],
    ['a private one of somebody else', versionId('somebody-else/private-style')],
    ['one that never was', 'a'.repeat(64)],
  ])('refuses %s', async (_name, version) => {
    const response = await create({ version, input: { prompt: 'x' } })
    expect(await refused(response, 422)).toMatchObject({
      title: 'Invalid version or not permitted',
    })
  })

  it('refuses one that was deleted, and one that was switched off', async () => {
    fake.script.deleteVersion('maker/nua-figurine')
    await refused(await withInput({ prompt: 'x' }), 422)
    const off = await create({ version: versionId('maker/nua-broken'), input: { prompt: 'x' } })
    expect(await refused(off, 422)).toMatchObject({
      detail: containing('consistently fails to complete setup'),
    })
  })

  it('takes the id alone, and an official model by its name alone', async () => {
    expect((await create({ version: versionId('maker/nua-sdxl'), input: {} })).status).toBe(201)
    const official = { version: 'black-forest-labs/flux-dev-lora', input: { prompt: 'x' } }
    expect((await create(official)).status).toBe(201)
  })

  it('knows no community model on the path of the official ones', async () => {
    const path = '/v1/models/maker/nua-figurine/predictions'
    await refused(await fake.request(path, { json: { input: { prompt: 'x' } } }), 404)
  })
})

describe('money and rates', () => {
  it.each([
    ['none', 'insufficient credit'],
    ['spend-limit', 'monthly spend limit'],
  ] as const)('answers 402 for credit %s', async (credit, words) => {
    fake.script.credit(credit)
    expect(await refused(await withInput({ prompt: 'x' }), 402)).toMatchObject({
      detail: containing(words),
    })
  })

  it('lets an account with little credit through every ten seconds', async () => {
    fake.script.rate('low-credit')
    expect((await withInput({ prompt: 'x' })).status).toBe(201)
    fake.clock.advance(5000)
    const response = await withInput({ prompt: 'x' })
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toEqual({
      detail:
        'Request was throttled. Your rate limit for creating predictions is reduced to 6 requests per minute with a burst of 1 requests while you have less than $5.0 in credit. Your rate limit resets in ~5s.',
      status: 429,
      retry_after: 5,
    })
    fake.clock.advance(5000)
    expect((await withInput({ prompt: 'x' })).status).toBe(201)
    expect(fake.ledger).toHaveLength(2)
  })
})
