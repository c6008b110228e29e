import { describe, expect, it } from 'vitest'
import { draftName, placeholderName } from '../../../../plugin/main/canvas/frame-name.ts'

const settings = {
  aspectRatio: '1:1',
  format: 'png',
  steps: 28,
  guidance: 3,
  loraScale: 1,
  seed: 123,
} as const

describe('frame names', () => {
  it('say what a placeholder waits for', () => {
    expect(placeholderName({ brief: 'a knight', failure: null })).toBe('a knight · drafting')
    expect(placeholderName({ brief: 'a knight', failure: 'Busy.' })).toBe('a knight · failed')
  })

  it('say brief and seed of a draft, and that a sample is one', () => {
    expect(draftName({ brief: 'a knight', settings, engine: 'sample' })).toBe(
      'a knight · seed 123 · sample',
    )
    expect(draftName({ brief: 'a knight', settings, engine: 'replicate' })).toBe(
      'a knight · seed 123',
    )
  })
})
