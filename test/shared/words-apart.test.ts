import { expect, test } from 'vitest'
import { wordsApart } from '../../shared/words-apart.ts'

test.each([
  [
    ['woman with red cape', 'woman with blue cape'],
    ['red', 'blue'],
  ],
  [
    ['a cook', 'a cook'],
    ['', ''],
  ],
  [
    ['a cook', 'a tall cook with hat'],
    ['', 'tall … with hat'],
  ],
  [
    ['old man, red hat, dog', 'old man, green hat, cat', 'young man, red hat, dog'],
    ['old … red … dog', 'old … green … cat', 'young … red … dog'],
  ],
  [
    ['', 'a cat'],
    ['', 'a cat'],
  ],
  [['one'], ['']],
  [[], []],
])('%j differ by %j', (texts, words) => expect(wordsApart(texts)).toEqual(words))
