import { expect, test } from 'vitest'
import { parseValues } from '../../shared/parse-values.ts'

test.each<[string, readonly number[] | null]>([
  ['0.6, 0.8, 1', [0.6, 0.8, 1]],
  [' 3 ', [3]],
  ['1-4', [1, 2, 3, 4]],
  ['0.5 to 0.8 by 0.1', [0.5, 0.6, 0.7, 0.8]],
  ['0.5–0.7/0.1', [0.5, 0.6, 0.7]],
  ['1..3; 7', [1, 2, 3, 7]],
  ['4 to 1', [4, 3, 2, 1]],
  ['-1 to 1', [-1, 0, 1]],
  ['1 to 2 by 0.4', [1, 1.4, 1.8]],
  ['1, 1, 2, 1', [1, 2]],
  ['1,', [1]],
  ['', null],
  [' , ', null],
  ['a', null],
  ['1, b', null],
  ['1 to 2 by 0', null],
  ['0 to 1000000', null],
  ['NaN', null],
  ['Infinity', null],
])('%j', (text, values) => expect(parseValues(text)).toEqual(values))
