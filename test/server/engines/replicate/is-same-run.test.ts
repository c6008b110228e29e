import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { WirePrediction } from '../../../../server/engines/replicate/api/wire.ts'
import { isSameRun } from '../../../../server/engines/replicate/run/is-same-run.ts'

const input = { prompt: 'a', seed: 1, image: 'data:image/jpeg;base64,AA', lora_weights: ['b'] }
const sought = { name: 'maker/nua', version: 'v1', input, owned: new Set<string>() }
const found = (run: object, change: Partial<typeof sought> = {}) =>
  isSameRun(
    v.parse(WirePrediction, {
      id: 'abc',
      status: 'starting',
      created_at: '',
      model: 'maker/nua',
      version: 'v1',
      input,
      ...run,
    }),
    { ...sought, ...change },
  )

describe('the run that was asked for', () => {
  it('is told by its whole input, in any order', () => {
    const { prompt, ...rest } = input
    expect(found({ input: { ...rest, prompt } })).toBe(true)
    expect(found({ input: { ...input, seed: 2 } })).toBe(false)
    expect(found({ input: rest })).toBe(false)
    expect(found({ input: { ...input, steps: 4 } })).toBe(false)
    expect(found({ input: {} })).toBe(false)
    expect(found({ input: null })).toBe(false)
  })

  it('may have its picture kept under another address, but not another picture', () => {
    expect(found({ input: { ...input, image: 'https://replicate.delivery/a.jpg' } })).toBe(true)
    expect(found({ input: { ...input, image: 'data:image/jpeg;base64,BB' } })).toBe(false)
  })

  it('is of the same version, where that is told', () => {
    expect(found({ version: 'v2' })).toBe(false)
    expect(found({ version: 'hidden' })).toBe(true)
    expect(found({ version: 'hidden', model: 'maker/other' })).toBe(false)
  })

  it('belongs to no other picture', () => {
    expect(found({}, { owned: new Set(['abc']) })).toBe(false)
  })
})
