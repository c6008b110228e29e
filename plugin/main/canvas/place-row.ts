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

/**
 * What a row is placed by: the selection that it goes beside, the frame that it goes under with a label of some height
 * between them, or the middle of the view.
 */
export type Anchor =
  | { readonly kind: 'beside'; readonly bounds: Rectangle }
  | { readonly kind: 'under'; readonly bounds: Rectangle; readonly label: number }
  | { readonly kind: 'middle'; readonly x: number; readonly y: number }

const rowSize = ({ width, height, count }: Row): Size => ({
  width: count * width + (count - 1) * GAP,
  height,
})

const cornerOf = (size: Size, anchor: Anchor): Pick<Rectangle, 'x' | 'y'> => {
  switch (anchor.kind) {
    case 'beside':
      return { x: anchor.bounds.x + anchor.bounds.width + MARGIN, y: anchor.bounds.y }
    case 'under':
      return {
        x: anchor.bounds.x,
        y: anchor.bounds.y + anchor.bounds.height + GAP + anchor.label + HEADROOM,
      }
    case 'middle':
      return { x: anchor.x - size.width / 2, y: anchor.y - size.height / 2 }
  }
}

const wish = (row: Row, anchor: Anchor): Rectangle => {
  const size = rowSize(row)
  const { x, y } = cornerOf(size, anchor)
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
 * under it; a row under its anchor only ever goes further down. Never closer than GAP to an obstacle, with HEADROOM
 * and the label's height more above.
 */
export const placeRow = (
  row: Row,
  anchor: Anchor,
  obstacles: readonly Rectangle[],
): readonly [Rectangle, ...Rectangle[]] => {
  const spot = wish(row, anchor)
  const above = HEADROOM + (anchor.kind === 'under' ? anchor.label : 0)
  const wished = { ...spot, y: spot.y - above, height: spot.height + above }
  const aside = slide(wished, obstacles, 'x', 'width')
  const below = slide(wished, obstacles, 'y', 'height')
  const isBelowNearer = below.y - wished.y <= aside.x - wished.x
  const { x, y: top } = anchor.kind === 'under' || isBelowNearer ? below : aside
  const y = top + above
  const { width, height } = row
  const spotAt = (at: number): Rectangle => ({ x: x + at * (width + GAP), y, width, height })
  return [spotAt(0), ...Array.from({ length: row.count - 1 }, (_, at) => spotAt(at + 1))]
}
