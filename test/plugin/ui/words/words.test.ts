import { expect, test } from 'vitest'
import { describeConnection } from '../../../../plugin/ui/words/describe-connection.ts'
import { formatPrice } from '../../../../plugin/ui/words/format-price.ts'
import { formatSeconds } from '../../../../plugin/ui/words/format-seconds.ts'
import { ordinal } from '../../../../plugin/ui/words/ordinal.ts'

test.each([
  [0, false, 'free'],
  [0, true, 'free'],
  [0.04, false, '$0.04'],
  [0.04, true, 'about $0.04 (estimate)'],
  [1.5, false, '$1.50'],
  [0.003, true, 'less than $0.01'],
])('%s dollars (estimate: %s) are "%s"', (usd, estimate, words) => {
  expect(formatPrice({ usd, estimate })).toBe(words)
})

test.each([
  [0.2, '1 s'],
  [59.4, '59 s'],
  [60, '1 min'],
  [80, '1 min 20 s'],
  [400, '6 min'],
])('%s seconds are "%s"', (seconds, words) => {
  expect(formatSeconds(seconds)).toBe(words)
})

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [22, '22nd'],
])('%s is "%s"', (number, words) => {
  expect(ordinal(number)).toBe(words)
})

test('only for a proxy on this computer she is told that Figma in a browser cannot reach it', () => {
  const advice = (origin: string) => describeConnection({ state: 'not-running' }, origin).advice
  expect(advice('http://localhost:8787')).toMatch(/desktop app/)
  expect(advice('https://maquette.example.com')).not.toMatch(/desktop app/)
})
