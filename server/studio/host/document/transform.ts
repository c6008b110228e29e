import type { Transform } from '../scene.ts'
import type { Rect } from './geometry.ts'

/** A transform without its translation: `[m00, m01, m10, m11]`, each axis one pixel long. */
export type Axes = readonly [number, number, number, number]

export const UPRIGHT: Axes = [1, 0, 0, 1]

export const isUpright = (axes: Axes): boolean => axes.every((value, at) => value === UPRIGHT[at])

type Point = { readonly x: number; readonly y: number }

export const transformBy = ([m00, m01, m10, m11]: Axes, { x, y }: Point): Transform => [
  [m00, m01, x],
  [m10, m11, y],
]

export const axesOf = ([[m00, m01], [m10, m11]]: Transform): Axes => [m00, m01, m10, m11]

export const applyTransform = ([[a, b, e], [c, d, f]]: Transform, { x, y }: Point): Point => ({
  x: a * x + b * y + e,
  y: c * x + d * y + f,
})

/** First `inner`, then `outer`. */
export const multiply = (outer: Transform, inner: Transform): Transform => {
  const [[a, b], [c, d]] = outer
  const [[e, f, x], [g, h, y]] = inner
  const at = applyTransform(outer, { x, y })
  return [
    [a * e + b * g, a * f + b * h, at.x],
    [c * e + d * g, c * f + d * h, at.y],
  ]
}

export const invert = ([[a, b, e], [c, d, f]]: Transform): Transform => {
  const determinant = a * d - b * c
  const axes: Axes = [d / determinant, -b / determinant, -c / determinant, a / determinant]
  const at = applyTransform(transformBy(axes, { x: 0, y: 0 }), { x: e, y: f })
  return transformBy(axes, { x: -at.x, y: -at.y })
}

/** The smallest upright rectangle around a transformed one. */
export const boundsThrough = (transform: Transform, { x, y, width, height }: Rect): Rect => {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map((corner) => applyTransform(transform, corner))
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

const DEGREES = 180 / Math.PI
/** Without the last digits, in which a right angle is not one. */
const even = (value: number): number => Math.round(value * 1e12) / 1e12 + 0

/** Counter-clockwise, as `atan2(-m10, m00)` reads it (plugin-api.d.ts, line 7408). */
export const axesAt = (degrees: number): Axes => {
  const cos = even(Math.cos(degrees / DEGREES))
  const sin = even(Math.sin(degrees / DEGREES))
  return [cos, sin, even(-sin), cos]
}

/** Degrees from -180 to 180. */
export const rotationOf = ([m00, , m10]: Axes): number =>
  even(Math.atan2(even(-m10), m00) * DEGREES)
