import { expect, test } from 'vitest'
import { countPhrases, likeness } from '../../shared/count-phrases.ts'

test('phrases are counted once a caption, the frequent ones first', () => {
  expect(
    countPhrases([
      'a cook with glasses and a red cape',
      'knight wearing a red cape, a red cape',
      'the dog; glasses',
      '',
    ]),
  ).toEqual([
    { text: 'glasses', count: 2 },
    { text: 'red cape', count: 2 },
    { text: 'cook', count: 1 },
    { text: 'knight', count: 1 },
    { text: 'the dog', count: 1 },
  ])
})

test.each([
  ['cook with glasses', 'cook with glasses', 1],
  ['a cook with glasses', 'a knight with glasses', 1 / 3],
  ['Cook', 'cook', 1],
  ['a cook with a hat', 'a dog with a bone', 0],
  ['', '', 0],
])('%j is as much like %j as %d', (a, b, value) => {
  expect(likeness(a, b)).toBeCloseTo(value)
})
