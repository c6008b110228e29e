import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { FIRST_STYLE } from '../../shared/first-style.ts'
import { GenerateRequest } from '../../shared/generate-request.ts'
import { JobId } from '../../shared/ids.ts'
import { randomId } from '../../shared/random-id.ts'
import { StyleDraft, WrittenStyle } from '../../shared/style.ts'

const { id: firstId } = FIRST_STYLE
const draft = v.parse(WrittenStyle, FIRST_STYLE)
const { count, ...settings } = FIRST_STYLE.defaults
const request = {
  id: randomId('job', (length) => new Uint8Array(length).fill(200)),
  style: firstId,
  brief: 'a cat',
  count,
  settings,
}

describe('randomId', () => {
  it('makes ids that their schema takes, from every byte', () => {
    const every = Array.from({ length: 256 }, (_, byte) =>
      randomId('job', (length) => new Uint8Array(length).fill(byte)),
    )
    expect(every.every((id) => v.is(JobId, id))).toBe(true)
    expect(new Set(every).size).toBe(32)
  })
})

describe('GenerateRequest', () => {
  it('takes a whole request', () => {
    expect(v.is(GenerateRequest, request)).toBe(true)
  })

  it.each<[string, object]>([
    ['an empty brief', { brief: ' \n' }],
    ['5,000 characters', { brief: 'x'.repeat(5000) }],
    ['no pictures', { count: 0 }],
    ['99 pictures', { count: 99 }],
    ['half a picture', { count: 1.5 }],
    ['an unknown field', { webhook: 'https://example.com' }],
    ['an unknown setting', { settings: { ...settings, model: 'x' } }],
    ['NaN steps', { settings: { ...settings, steps: Number.NaN } }],
    ['infinite guidance', { settings: { ...settings, guidance: Infinity } }],
    ['WebP', { settings: { ...settings, format: 'webp' } }],
    ['a negative seed', { settings: { ...settings, seed: -1 } }],
    ['a foreign id', { id: '../../etc/passwd' }],
    ['a style of the wrong type', { style: 7 }],
    [
      'a reference by URL',
      { reference: { file: 'https://example.com/a.png', use: 'follow', strength: 1 } },
    ],
  ])('refuses %s', (_name, change) => {
    expect(v.is(GenerateRequest, { ...request, ...change })).toBe(false)
  })
})

describe('StyleDraft', () => {
  it.each<[string, object, boolean]>([
    ['the first style', {}, true],
    ['a model without a version', { model: 'nua/figurine' }, true],
    ['a model with a version', { model: `nua/figurine:${'0'.repeat(64)}` }, true],
    ['a model with a short version', { model: 'nua/figurine:abc' }, false],
    ['a model that is a path', { model: '../figurine' }, false],
    ['no name', { name: '  ' }, false],
    ['a template without the brief', { template: 'a {trigger}' }, false],
    ['a trigger of two words', { trigger: 'two words' }, false],
  ])('%s', (_name, change, fits) => {
    expect(v.is(StyleDraft, { ...draft, ...change })).toBe(fits)
  })
})
