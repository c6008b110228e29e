/** In canvas pixels, or in screen pixels where a name says so. */
export type Point = { readonly x: number; readonly y: number }
export type Rectangle = Point & { readonly width: number; readonly height: number }

/** The rectangle between two corners, whichever they are. */
export const between = (a: Point, b: Point): Rectangle => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

/** The smallest rectangle around all of them; null around nothing. */
export const union = (rectangles: readonly Rectangle[]): Rectangle | null => {
  if (rectangles.length === 0) return null
  const left = Math.min(...rectangles.map((one) => one.x))
  const top = Math.min(...rectangles.map((one) => one.y))
  const right = Math.max(...rectangles.map((one) => one.x + one.width))
  const bottom = Math.max(...rectangles.map((one) => one.y + one.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Edges belong to a rectangle. */
export const holds = (rectangle: Rectangle, point: Point): boolean =>
  point.x >= rectangle.x &&
  point.y >= rectangle.y &&
  point.x <= rectangle.x + rectangle.width &&
  point.y <= rectangle.y + rectangle.height

/** Whether `outer` holds all of `inner`. */
export const encloses = (outer: Rectangle, inner: Rectangle): boolean =>
  holds(outer, inner) && holds(outer, { x: inner.x + inner.width, y: inner.y + inner.height })

/** Rectangles that only touch at an edge do not overlap. */
export const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
