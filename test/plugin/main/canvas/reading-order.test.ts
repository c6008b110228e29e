import { expect, test } from 'vitest'
import { inReadingOrder } from '../../../../plugin/main/canvas/reading-order.ts'

const at = (name: string, x: number, y: number, height = 100) => ({
  name,
  bounds: { x, y, width: 100, height },
})
const order = (...things: { name: string; bounds: ReturnType<typeof at>['bounds'] | null }[]) =>
  inReadingOrder(things, ({ bounds }) => bounds).map(({ name }) => name)

test('a row goes from left to right, however its things hang', () =>
  expect(order(at('c', 400, 10), at('a', 0, 20), at('b', 200, 0))).toEqual(['a', 'b', 'c']))

test('rows go from top to bottom', () =>
  expect(order(at('c', 0, 150), at('b', 200, 0), at('d', 200, 160), at('a', 0, 30))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]))

test('a column goes from top to bottom', () =>
  expect(order(at('b', 0, 100), at('a', 5, 0), at('c', 0, 200))).toEqual(['a', 'b', 'c']))

test('what covers nothing comes last', () =>
  expect(order({ name: 'none', bounds: null }, at('a', 0, 0))).toEqual(['a', 'none']))
