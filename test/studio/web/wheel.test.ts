import { expect, test } from 'vitest'
import { wheelMove } from '../../../server/studio/web/canvas/wheel.ts'

const wheel = {
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
}

test('the wheel moves the canvas against its turn', () => {
  expect(wheelMove({ ...wheel, deltaX: 3, deltaY: 5 })).toEqual({
    type: 'pan',
    by: { x: -3, y: -5 },
  })
})

test('a wheel that counts lines moves by lines', () => {
  expect(wheelMove({ ...wheel, deltaY: 3, deltaMode: 1 })).toMatchObject({ by: { y: -48 } })
})

test('with Shift, a wheel that knows up and down only moves sideways', () => {
  expect(wheelMove({ ...wheel, deltaY: 10, shiftKey: true })).toMatchObject({
    by: { x: -10, y: 0 },
  })
})

test.each(['ctrlKey', 'metaKey'] as const)('with %s it zooms, in for a turn away', (key) => {
  const zoomIn = wheelMove({ ...wheel, deltaY: -10, [key]: true })
  const zoomOut = wheelMove({ ...wheel, deltaY: 10, [key]: true })
  if (zoomIn.type !== 'zoom' || zoomOut.type !== 'zoom') throw new Error('did not zoom')
  expect(zoomIn.factor).toBeGreaterThan(1)
  expect(zoomIn.factor * zoomOut.factor).toBeCloseTo(1)
})

test('one notch of a mouse zooms by a quarter, not tenfold', () => {
  const move = wheelMove({ ...wheel, deltaY: -120, ctrlKey: true })
  expect(move.type === 'zoom' && move.factor).toBeCloseTo(1.27, 1)
})
