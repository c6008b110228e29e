import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Face } from '../../../../shared/face.ts'

/** Where a picture lies in a pane: its top left corner in CSS pixels, and how large one of its pixels is. */
export type Placement = { readonly x: number; readonly y: number; readonly scale: number }
/** What she looks at: how many times larger than the whole, and how far it is moved from the middle in CSS pixels. */
export type View = { readonly zoom: number; readonly x: number; readonly y: number }

/** The whole picture in the middle of the pane. */
const fit = ({ width, height }: Size, pane: Size): Placement => {
  const scale = Math.min(pane.width / width, pane.height / height)
  return { x: (pane.width - width * scale) / 2, y: (pane.height - height * scale) / 2, scale }
}

/** A circle around a face, in the pane. */
export const circleOf = (
  face: Face,
  { width, height }: Size,
  { x, y, scale }: Placement,
): { readonly x: number; readonly y: number; readonly r: number } => ({
  x: x + face.x * width * scale,
  y: y + face.y * height * scale,
  r: face.r * Math.max(width, height) * scale,
})

type Two<T> = readonly [T, T]

/**
 * Where two pictures lie in panes of the same size. With faces, both faces are as large as the smaller one, and at its
 * place; without, both pictures are whole.
 */
export const placements = (
  pane: Size,
  [left, right]: Two<Size>,
  faces: Two<Face> | null,
): Two<Placement> => {
  const whole: Two<Placement> = [fit(left, pane), fit(right, pane)]
  if (faces === null) return whole
  const circles = [circleOf(faces[0], left, whole[0]), circleOf(faces[1], right, whole[1])] as const
  const goal = circles[0].r <= circles[1].r ? circles[0] : circles[1]
  const match = (at: 0 | 1): Placement => {
    const { x, y, r } = circles[at]
    const ratio = goal.r / r
    return {
      x: goal.x + (whole[at].x - x) * ratio,
      y: goal.y + (whole[at].y - y) * ratio,
      scale: whole[at].scale * ratio,
    }
  }
  return [match(0), match(1)]
}

/** The same, as she looks at it: larger around the middle of the pane, and moved. */
export const seen = ({ x, y, scale }: Placement, view: View, pane: Size): Placement => ({
  x: pane.width / 2 + (x - pane.width / 2) * view.zoom + view.x,
  y: pane.height / 2 + (y - pane.height / 2) * view.zoom + view.y,
  scale: scale * view.zoom,
})

export const WHOLE: View = { zoom: 1, x: 0, y: 0 }
const MOST = 16

/** Nearer or further, with the point of the pane under the pointer staying where it is. */
export const zoomed = (view: View, factor: number, pane: Size, at: Omit<View, 'zoom'>): View => {
  const zoom = Math.min(MOST, Math.max(1, view.zoom * factor))
  const ratio = zoom / view.zoom
  const dx = at.x - pane.width / 2
  const dy = at.y - pane.height / 2
  return moved({ zoom, x: dx + (view.x - dx) * ratio, y: dy + (view.y - dy) * ratio }, 0, 0, pane)
}

/** Moved, and never out of sight. */
export const moved = (view: View, dx: number, dy: number, pane: Size): View => {
  const within = (value: number, side: number) => {
    const most = (side * (view.zoom - 1)) / 2
    return Math.min(most, Math.max(-most, value))
  }
  return { ...view, x: within(view.x + dx, pane.width), y: within(view.y + dy, pane.height) }
}
