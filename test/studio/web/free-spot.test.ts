import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSpot } from '../../../server/studio/web/canvas/free-spot.ts'
import { overlaps } from '../../../server/studio/web/canvas/rectangle.ts'

test('on a bare canvas, something new stands in the middle', () => {
  expect(freeSpot([], { x: 10, y: 20 }, { width: 100, height: 50 })).toEqual({ x: -40, y: -5 })
})

test('something new never covers what is there', () => {
  const coordinate = fc.integer({ min: -3000, max: 3000 })
  const side = fc.integer({ min: 1, max: 2000 })
  const rectangle = fc.record({ x: coordinate, y: coordinate, width: side, height: side })
  fc.assert(
    fc.property(
      fc.array(rectangle, { maxLength: 30 }),
      rectangle,
      (taken, { x, y, width, height }) => {
        const spot = freeSpot(taken, { x, y }, { width, height })
        expect(taken.filter((one) => overlaps(one, { ...spot, width, height }))).toEqual([])
      },
    ),
  )
})
