import { expect, test } from 'vitest'
import { coveredBy, docked, withinReach } from '../../../server/studio/web/panel/panel-place.ts'

const room = { width: 1440, height: 852 }

test('a panel opens at the right edge, and in a narrow window at the left one', () => {
  expect(docked(340, room)).toEqual({ x: 1084, y: 16 })
  expect(docked(340, { width: 300, height: 500 })).toEqual({ x: 16, y: 16 })
})

test('wherever it is dragged, its title bar can be reached', () => {
  expect(withinReach({ x: 5000, y: 5000 }, 340, room)).toEqual({ x: 1360, y: 780 })
  expect(withinReach({ x: -5000, y: -5000 }, 340, room)).toEqual({ x: -260, y: 0 })
  expect(withinReach({ x: 12, y: 34 }, 340, room)).toEqual({ x: 12, y: 34 })
})

test('at the right it takes room from the canvas; elsewhere it floats', () => {
  expect(coveredBy({ x: 1084, y: 16 }, room)).toBe(372)
  expect(coveredBy({ x: 100, y: 16 }, room)).toBe(0)
})
