import { expect, test } from 'vitest'
import type { Grip } from '../../../../../plugin/ui/dataset/sheets/move-box.ts'
import { moveBox } from '../../../../../plugin/ui/dataset/sheets/move-box.ts'

const page = { width: 400, height: 300 }
const box = { x: 100, y: 50, w: 80, h: 60 }

test.each<[string, Grip, { x: number; y: number }, typeof box]>([
  ['by its middle', 'all', { x: 10.4, y: -5.5 }, { x: 110, y: 45, w: 80, h: 60 }],
  ['never off the page', 'all', { x: 999, y: -999 }, { x: 320, y: 0, w: 80, h: 60 }],
  ['by a corner', 'nw', { x: 20, y: 10 }, { x: 120, y: 60, w: 60, h: 50 }],
  ['by the other corner', 'se', { x: 20, y: 10 }, { x: 100, y: 50, w: 100, h: 70 }],
  ['by one side alone', 'e', { x: -30, y: 44 }, { x: 100, y: 50, w: 50, h: 60 }],
  ['to no less than can be seen', 'w', { x: 500, y: 0 }, { x: 164, y: 50, w: 16, h: 60 }],
  ['to the edge of the page', 's', { x: 0, y: 999 }, { x: 100, y: 50, w: 80, h: 250 }],
])('a box is moved %s', (_, grip, by, expected) => {
  expect(moveBox(box, grip, by, page)).toEqual(expected)
})
