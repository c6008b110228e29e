import { describe, expect, it } from 'vitest'
import { chooseWildcards, countWildcards, wildcardsOf } from '../../shared/wildcards.ts'

const all = (brief: string) =>
  Array.from({ length: countWildcards(brief) }, (_, choice) => chooseWildcards(brief, choice))

describe('wildcards', () => {
  it('stand for every mixture of their options, neighbours first', () =>
    expect(all('{red|blue} cape, {cat | dog|owl}')).toEqual([
      'red cape, cat',
      'red cape, dog',
      'red cape, owl',
      'blue cape, cat',
      'blue cape, dog',
      'blue cape, owl',
    ]))

  it('start over after the last mixture', () =>
    expect(chooseWildcards('{a|b} {c|d}', 4)).toBe('a c'))

  it.each([
    ['a woman', 1],
    ['{trigger} and {brief}', 1],
    ['{|hat}', 2],
    ['{a|b|c|d}', 4],
    ['{a{b|c}}', 2],
    ['{a|b', 1],
  ])('%j stands for %i', (brief, count) => expect(countWildcards(brief)).toBe(count))

  it('may leave something out', () => expect(all('a {tiny |}cat')).toEqual(['a tinycat', 'a cat']))
  it('are listed in their order', () =>
    expect(wildcardsOf('{a|b} c {d|e|f}')).toEqual([
      ['a', 'b'],
      ['d', 'e', 'f'],
    ]))
})
