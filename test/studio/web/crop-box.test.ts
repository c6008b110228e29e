import { expect, test } from 'vitest'
import { cropBox } from '../../../server/studio/web/canvas/crop-box.ts'

test('without a transform the image covers its node', () => {
  expect(cropBox(null)).toEqual({ left: '0%', top: '0%', width: '100%', height: '100%' })
})

test('the middle half of an image fills its node when the image is twice as large', () => {
  expect(
    cropBox([
      [0.5, 0, 0.25],
      [0, 0.5, 0.25],
    ]),
  ).toEqual({ left: '-50%', top: '-50%', width: '200%', height: '200%' })
})
