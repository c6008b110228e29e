/** In pixels; `x` and `y` are the top left corner. */
export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The smallest rectangle around all of them; null around none. */
export const around = (rectangles: readonly Rectangle[]): Rectangle | null => {
  if (rectangles.length === 0) return null
  const x = Math.min(...rectangles.map((each) => each.x))
  const y = Math.min(...rectangles.map((each) => each.y))
  const right = Math.max(...rectangles.map((each) => each.x + each.width))
  const bottom = Math.max(...rectangles.map((each) => each.y + each.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** Whether they share more than an edge once `gap` pixels are kept free between them. */
export const areCloser = (a: Rectangle, b: Rectangle, gap: number): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap

export const isWithin = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
