import type { Size } from '../../../shared/aspect-ratio.ts'
import type { Rectangle } from './rectangle.ts'
import { areCloser } from './rectangle.ts'

/** Pixels between the drafts of a row, and the least between them and anything else. */
export const GAP = 40
/** Pixels between the selection and the row beside it. */
export const MARGIN = 80
/** Pixels above a row that stay free as well: Figma writes a frame's name there, and it grows as she zooms out. */
export const HEADROOM = 60

export type Row = Size & { readonly count: number }

/** What a row is placed by: the selection that it goes beside, or the middle of the view with nothing selected. */
export type Anchor =
  | { readonly kind: 'beside'; readonly bounds: Rectangle }
  | { readonly kind: 'middle'; readonly x: number; readonly y: number }

const rowSize = ({ width, height, count }: Row): Size => ({
  width: count * width + (count - 1) * GAP,
  height,
})

const wish = (row: Row, anchor: Anchor): Rectangle => {
  const size = rowSize(row)
  const { x, y } =
    anchor.kind === 'beside'
      ? { x: anchor.bounds.x + anchor.bounds.width + MARGIN, y: anchor.bounds.y }
      : { x: anchor.x - size.width / 2, y: anchor.y - size.height / 2 }
  return { x: Math.ceil(x), y: Math.ceil(y), ...size }
}

/** Past everything in the way, again and again; each turn leaves at least one obstacle behind for good, so it ends. */
const slide = (
  spot: Rectangle,
  obstacles: readonly Rectangle[],
  axis: 'x' | 'y',
  side: 'width' | 'height',
): Rectangle => {
  let free = spot
  for (;;) {
    const blocking = obstacles.filter((each) => areCloser(free, each, GAP))
    if (blocking.length === 0) return free
    free = {
      ...free,
      [axis]: Math.ceil(Math.max(...blocking.map((each) => each[axis] + each[side] + GAP))),
    }
  }
}

/**
 * Where the frames of a row go, left to right: beside the anchor, or the nearest free place to the right of that or
 * under it. Never closer than GAP to an obstacle, with HEADROOM more above.
 */
export const placeRow = (
  row: Row,
  anchor: Anchor,
  obstacles: readonly Rectangle[],
): readonly [Rectangle, ...Rectangle[]] => {
  const spot = wish(row, anchor)
  const wished = { ...spot, y: spot.y - HEADROOM, height: spot.height + HEADROOM }
  const aside = slide(wished, obstacles, 'x', 'width')
  const below = slide(wished, obstacles, 'y', 'height')
  const { x, y: top } = below.y - wished.y <= aside.x - wished.x ? below : aside
  const y = top + HEADROOM
  const { width, height } = row
  const spotAt = (at: number): Rectangle => ({ x: x + at * (width + GAP), y, width, height })
  return [spotAt(0), ...Array.from({ length: row.count - 1 }, (_, at) => spotAt(at + 1))]
}
