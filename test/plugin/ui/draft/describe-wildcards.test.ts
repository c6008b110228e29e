import { expect, test } from 'vitest'
import { describeWildcards } from '../../../../plugin/ui/draft/describe-wildcards.ts'

test.each([
  ['a cook', 4, null],
  ['a {trigger}', 4, null],
  ['a {red|blue} cape', 4, 'One value a picture: red, blue.'],
  [
    'a {red|blue} cape, {cat|dog|}',
    4,
    'One value a picture: red, blue; cat, dog, nothing. 4 of 6 mixtures.',
  ],
])('%j with %i pictures', (brief, pictures, words) => {
  expect(describeWildcards(brief, pictures)).toBe(words)
})
