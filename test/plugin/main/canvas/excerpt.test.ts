import { describe, expect, it } from 'vitest'
import { excerpt } from '../../../../plugin/main/canvas/excerpt.ts'

describe('excerpt', () => {
  it.each([
    ['a short brief', 'a short brief'],
    ['  two\n lines\t here ', 'two lines here'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['x'.repeat(41), `${'x'.repeat(39)}…`],
    [`${'x'.repeat(38)} yz`, `${'x'.repeat(38)}…`],
    ['', ''],
  ])('of %j is %j', (text, expected) => expect(excerpt(text, 40)).toBe(expected))

  it('never cuts an emoji in half', () => {
    expect(excerpt('🧙‍♀️'.repeat(200), 40)).not.toMatch(/\p{Surrogate}/u)
  })
})
