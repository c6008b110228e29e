import { describe, expect, it } from 'vitest'
import { AspectRatio, nearestAspectRatio, SIZES } from '../../shared/aspect-ratio.ts'

describe('nearestAspectRatio', () => {
  it.each(AspectRatio.options)('of its own size is %s', (ratio) => {
    expect(nearestAspectRatio(SIZES[ratio])).toBe(ratio)
  })

  it.each([
    [{ width: 100, height: 100 }, '1:1'],
    [{ width: 1920, height: 1080 }, '16:9'],
    [{ width: 390, height: 844 }, '9:21'],
    [{ width: 10_000, height: 10 }, '21:9'],
    [{ width: 0.01, height: 100 }, '9:21'],
  ])('of %j is %s', (size, ratio) => {
    expect(nearestAspectRatio(size)).toBe(ratio)
  })
})
