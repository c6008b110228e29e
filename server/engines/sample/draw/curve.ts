import { num } from './svg.ts'

export type Point = readonly [x: number, y: number]

const knot = (points: readonly Point[], at: number): Point =>
  points[Math.max(0, Math.min(points.length - 1, at))] ?? [0, 0]

/** A smooth curve through the points (Catmull-Rom as cubic Béziers), without its first move. */
export const through = (points: readonly Point[]): string =>
  points
    .slice(1)
    .map((_, at) => {
      const [before, from, to, after] = [-1, 0, 1, 2].map((step) => knot(points, at + step))
      if (before === undefined || from === undefined || to === undefined || after === undefined)
        return ''
      const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
      const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
      return `C${[...first, ...second, ...to].map(num).join(' ')}`
    })
    .join('')

/** A closed smooth shape: through the first points, straight on to the second ones, through those and back. */
export const shape = (...runs: readonly (readonly Point[])[]): string =>
  runs
    .map((run, at) => `${at === 0 ? 'M' : 'L'}${knot(run, 0).map(num).join(' ')}${through(run)}`)
    .join('') + 'Z'

/** Points on an ellipse; degrees count clockwise from the right. */
export const arc = (
  [x, y]: Point,
  rx: number,
  ry: number,
  from: number,
  to: number,
  steps: number,
): readonly Point[] =>
  Array.from({ length: steps + 1 }, (_, step): Point => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)]
  })

/** Points about `gap` apart along the straight lines between the points. */
export const spread = (points: readonly Point[], gap: number): readonly Point[] =>
  points.flatMap((from, at) => {
    const to = points[at + 1]
    if (to === undefined) return [from]
    const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / gap))
    return Array.from({ length: steps }, (_, step): Point => [
      from[0] + ((to[0] - from[0]) * step) / steps,
      from[1] + ((to[1] - from[1]) * step) / steps,
    ])
  })
