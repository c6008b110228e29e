import { describe, expect, test } from 'vitest'
import {
  fit,
  inView,
  pan,
  resizeView,
  stepZoom,
  toCanvas,
  zoomAt,
} from '../../../server/studio/web/canvas/viewport.ts'

const viewport = { x: 100, y: 50, zoom: 2, width: 800, height: 600 }

describe('viewport', () => {
  test('the middle of the view is its point, and the corners are half a view away', () => {
    expect(toCanvas(viewport, { x: 400, y: 300 })).toEqual({ x: 100, y: 50 })
    expect(toCanvas(viewport, { x: 0, y: 0 })).toEqual({ x: -100, y: -100 })
    expect(inView(viewport)).toEqual({ x: -100, y: -100, width: 400, height: 300 })
  })

  test('panning keeps the canvas point under the hand', () => {
    const under = toCanvas(viewport, { x: 10, y: 20 })
    const moved = pan(viewport, { x: 33, y: -7 })
    expect(toCanvas(moved, { x: 43, y: 13 })).toEqual(under)
  })

  test('zooming keeps the canvas point under the pointer', () => {
    const pointer = { x: 123, y: 456 }
    const zoomed = zoomAt(viewport, pointer, 0.37)
    expect(zoomed.zoom).toBe(0.37)
    const under = toCanvas(viewport, pointer)
    expect(toCanvas(zoomed, pointer).x).toBeCloseTo(under.x)
    expect(toCanvas(zoomed, pointer).y).toBeCloseTo(under.y)
  })

  test("zooming stops at Figma's limits", () => {
    expect(zoomAt(viewport, { x: 0, y: 0 }, 1000).zoom).toBe(256)
    expect(zoomAt(viewport, { x: 0, y: 0 }, 0).zoom).toBe(0.02)
  })

  test.each([
    [1, 1, 2],
    [1, -1, 0.5],
    [0.37, 1, 0.5],
    [0.37, -1, 0.25],
    [256, 1, 256],
  ] as const)('from %f, a step of %i goes to %f', (zoom, direction, next) => {
    expect(stepZoom(zoom, direction)).toBeCloseTo(next)
  })

  test('fitting shows all of something large, and something small at its own size', () => {
    const large = { x: 1000, y: 2000, width: 6000, height: 500 }
    const fitted = fit(viewport, large)
    const shown = inView(fitted)
    expect(shown.x).toBeLessThan(large.x)
    expect(shown.x + shown.width).toBeGreaterThan(large.x + large.width)
    expect(fitted).toMatchObject({ x: 4000, y: 2250 })
    expect(fit(viewport, { x: 0, y: 0, width: 10, height: 10 }).zoom).toBe(1)
  })

  test('a new window size leaves the top left corner where it is', () => {
    const resized = resizeView(viewport, 1000, 300)
    expect(toCanvas(resized, { x: 0, y: 0 })).toEqual(toCanvas(viewport, { x: 0, y: 0 }))
    expect(inView(resized)).toMatchObject({ width: 500, height: 150 })
  })
})
