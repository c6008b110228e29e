import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Anchor } from '../../../../plugin/main/canvas/place-row.ts'
import { GAP, HEADROOM, MARGIN, placeRow } from '../../../../plugin/main/canvas/place-row.ts'

const beside = (x: number, y: number, width: number, height: number): Anchor => ({
  kind: 'beside',
  bounds: { x, y, width, height },
})

describe('placeRow', () => {
  it('goes to the right of the selection, in one row from its top edge', () => {
    const row = placeRow({ width: 100, height: 50, count: 3 }, beside(10, 20, 200, 400), [])
    expect(row).toEqual([
      { x: 210 + MARGIN, y: 20, width: 100, height: 50 },
      { x: 210 + MARGIN + 100 + GAP, y: 20, width: 100, height: 50 },
      { x: 210 + MARGIN + 2 * (100 + GAP), y: 20, width: 100, height: 50 },
    ])
  })

  it('goes under a row that is there already', () => {
    const first = placeRow({ width: 100, height: 50, count: 4 }, beside(0, 0, 100, 100), [])
    const [next] = placeRow({ width: 100, height: 50, count: 4 }, beside(0, 0, 100, 100), first)
    expect(next).toMatchObject({ x: first[0].x, y: 50 + GAP + HEADROOM })
  })

  it('goes past a tall narrow neighbour, which is nearer than the place under it', () => {
    const neighbour = { x: 190, y: -1000, width: 60, height: 5000 }
    const [spot] = placeRow({ width: 100, height: 50, count: 1 }, beside(0, 0, 100, 100), [
      neighbour,
    ])
    expect(spot).toMatchObject({ x: 250 + GAP, y: 0 })
  })

  it('has its middle in the middle of the view when nothing is selected', () => {
    const row = placeRow({ width: 100, height: 50, count: 2 }, { kind: 'middle', x: 0, y: 0 }, [])
    expect(row).toMatchObject([
      { x: -120, y: -25 },
      { x: 20, y: -25 },
    ])
  })

  it('starts on whole pixels', () => {
    const [spot] = placeRow({ width: 64, height: 64, count: 1 }, beside(0.3, 0.7, 10.1, 9), [])
    expect([spot.x, spot.y].every(Number.isInteger)).toBe(true)
  })

  it('never comes closer than the gap to anything, its own frames included, with headroom above', () => {
    const side = fc.integer({ min: 1, max: 3000 })
    const place = fc.double({ min: -5000, max: 5000, noNaN: true })
    const rectangle = fc.record({ x: place, y: place, width: side, height: side })
    const anchor = fc.oneof(
      rectangle.map((bounds): Anchor => ({ kind: 'beside', bounds })),
      fc.record({ x: place, y: place }).map((point): Anchor => ({ kind: 'middle', ...point })),
    )
    const row = fc.record({ width: side, height: side, count: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(row, anchor, fc.array(rectangle, { maxLength: 60 }), (size, where, obstacles) => {
        const spots = placeRow(size, where, obstacles)
        expect(spots).toHaveLength(size.count)
        spots.forEach((spot, at) => {
          expect(spot).toMatchObject({ width: size.width, height: size.height })
          for (const other of [...obstacles, ...spots.slice(at + 1)]) {
            const apart = Math.max(
              other.x - (spot.x + spot.width),
              spot.x - (other.x + other.width),
              other.y - (spot.y + spot.height),
              spot.y - HEADROOM - (other.y + other.height),
            )
            expect(apart).toBeGreaterThan(GAP - 1e-6)
          }
        })
      }),
    )
  })
})
