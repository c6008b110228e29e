import type { Size } from '../../../../shared/aspect-ratio.ts'
import type { Point } from '../canvas/rectangle.ts'

/** Screen pixels between the panel and the edges of the window. */
export const MARGIN = 16
/** Screen pixels of the panel that stay in the window, so that it can be taken hold of. */
const REACH = { width: 80, height: 72 }

const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value))

/** Where a panel of this width opens: at the right edge. */
export const docked = (panelWidth: number, room: Size): Point => ({
  x: Math.max(MARGIN, room.width - panelWidth - MARGIN),
  y: MARGIN,
})

/** The nearest place to `wanted` where the title bar can still be reached. */
export const withinReach = (wanted: Point, panelWidth: number, room: Size): Point => ({
  x: between(wanted.x, REACH.width - panelWidth, room.width - REACH.width),
  y: between(wanted.y, 0, room.height - REACH.height),
})

/** How much of the canvas at its right edge a panel there takes away; one that stands elsewhere floats over it. */
export const coveredBy = (place: Point, room: Size): number =>
  place.x > room.width / 2 ? Math.max(0, room.width - place.x + MARGIN) : 0
