import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Term } from '../../../../server/engines/sample/kinds.ts'
import { parseBrief } from '../../../../server/engines/sample/parse-brief.ts'
import { VOCABULARY } from '../../../../server/engines/sample/vocabulary.ts'

/** `slot kind: colours` of everything that a brief asks for. */
const said = (brief: string): readonly string[] =>
  parseBrief(brief).mentions.map(({ slot, kind, tones, pattern }) => {
    const colours = tones.map(({ name, depth }) => (depth === null ? name : `${depth} ${name}`))
    return [`${slot} ${kind}`, ...colours, ...(pattern === null ? [] : [pattern])].join(', ')
  })

const keyOf = ({ slot, kind }: Term) => `${slot} ${kind}`

describe('the words of a brief', () => {
  it.each([
    ['red cape', ['back cape, red']],
    ['a cape in red', ['back cape, red']],
    ['woman in a red dress', ['gender woman', 'onePiece dress, red']],
    ['woman in red', ['gender woman', 'outfit outfit, red']],
    ['blonde curly hair', ['hairTexture curly', 'hair hair, blonde']],
    ['curly red hair', ['hairTexture curly', 'hair hair, red']],
    ['grey ponytail', ['haircut ponytail', 'hair hair, grey']],
    [
      'red-haired, green-eyed girl',
      ['gender woman', 'age child', 'eyes eyes, green', 'hair hair, red'],
    ],
    ['old man with a long white beard', ['gender man', 'age old', 'beard longBeard, white']],
    ['round red glasses', ['glasses round, red']],
    ['dark blue suit', ['outer suit, dark blue', 'neck tie', 'bottom trousers']],
    ['red and white hat', ['hat sunHat, red, white']],
    ['black cat and white dog', ['pet dog, white', 'pet cat, black']],
    ['striped blue t-shirt', ['top tShirt, blue, striped']],
    ['black woman', ['gender woman', 'skin dark']],
    ['woman with dark skin', ['gender woman', 'skin dark']],
    ['chef in a red cap', ['hat cap, red', 'outer apron']],
    ['superhero without a cape', ['onePiece superhero', 'shoes boots']],
    ['blue lab coat', ['outer labCoat, blue']],
    ['backpack but no cape', ['back backpack']],
    ['princess in jeans with a balloon, no hat', ['gender woman', 'bottom jeans', 'held balloon']],
    ['woman with no hair', ['gender woman', 'haircut bald']],
    ['pink background', ['background background, pink']],
    [
      'woman with glasses and curly hair wearing a superhero cape',
      [
        'gender woman',
        'hairTexture curly',
        'hair hair',
        'glasses round',
        'back cape',
        'onePiece superhero',
        'shoes boots',
      ],
    ],
    [
      'man with glasses and beard wearing a backpack and casual outfit',
      [
        'gender man',
        'beard beard',
        'glasses round',
        'back backpack',
        'top tShirt',
        'bottom jeans',
        'shoes sneakers',
      ],
    ],
  ])('%s', (brief, expected) => {
    expect([...said(brief)].sort()).toEqual([...expected].sort())
    expect(parseBrief(brief).unknown).toEqual([])
  })

  it('states something with every word of the vocabulary, in the plural and in capitals, too', () => {
    for (const { words, states, implies } of VOCABULARY)
      for (const word of words) {
        for (const form of [word, word.toUpperCase(), `a ${word}, please`]) {
          const keys = parseBrief(form).mentions.map(keyOf)
          expect(keys, form).toEqual(expect.arrayContaining([...states, ...implies].map(keyOf)))
        }
        expect(parseBrief(word).unknown, word).toEqual([])
      }
    expect(said('balloons, puppies and boxes')).toEqual(['held balloon', 'pet dog'])
  })

  it('means the same in another order', () => {
    const words = VOCABULARY.map((entry) => entry.words[0]!)
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 2, maxLength: 5 }), (some) => {
        const one = parseBrief(some.join(' with '))
        const other = parseBrief([...some].reverse().join(' with '))
        expect(one.mentions.map(keyOf)).toEqual(other.mentions.map(keyOf))
        expect(one.mentions.map(({ tones }) => tones)).toEqual(
          other.mentions.map(({ tones }) => tones),
        )
      }),
      { seed: 20, numRuns: 1500 },
    )
  })

  it('lists what it does not know, each word once', () => {
    expect(parseBrief('a velvet dragonfly on velvet with a 🐉 and glasses').unknown).toEqual([
      'velvet',
      'dragonfly',
      '🐉',
    ])
  })

  it('lists what has no room', () => {
    expect(parseBrief('beret and crown').crowded).toEqual(['crown'])
    expect(parseBrief('crown and beret').crowded).toEqual(['crown'])
    expect(parseBrief('dog, cat, bird, fox').crowded).toEqual(['fox'])
  })

  it('does not take a style’s trigger for a thing', () => {
    expect(parseBrief('nua_figurine_style woman').unknown).toEqual([])
  })

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (brief) => {
        expect(Array.isArray(parseBrief(brief).unknown)).toBe(true)
      }),
      { seed: 20, numRuns: 300 },
    )
  })
})
