import { expect, test } from 'vitest'
import { followSize } from '../../shared/follow-size.ts'

test.each([
  [3000, 3000, 1024, 1024],
  [400, 600, 688, 1024],
  [16, 9, 1024, 576],
  [4000, 1000, 1024, 256],
])('%i × %i becomes %i × %i', (width, height, fitWidth, fitHeight) => {
  expect(followSize({ width, height })).toEqual({ width: fitWidth, height: fitHeight })
})

test.each([
  [4001, 1000],
  [1, 800],
  [0, 0],
])('%i × %i is no shape to follow', (width, height) => {
  expect(followSize({ width, height })).toBeNull()
})
