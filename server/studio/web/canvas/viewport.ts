import type { Viewport } from '../../host/host.ts'
import type { Point, Rectangle } from './rectangle.ts'

/** Figma's own limits: 2 % to 25,600 %. */
const ZOOM = { min: 0.02, max: 256 }
/** Screen pixels left free around what is brought into view. */
const MARGIN = 96

const clampZoom = (zoom: number): number => Math.min(ZOOM.max, Math.max(ZOOM.min, zoom))

/** The canvas point under a point of the screen, counted from the view's top left corner. */
export const toCanvas = (viewport: Viewport, screen: Point): Point => ({
  x: viewport.x + (screen.x - viewport.width / 2) / viewport.zoom,
  y: viewport.y + (screen.y - viewport.height / 2) / viewport.zoom,
})

/** The part of the canvas that is in view. */
export const inView = (viewport: Viewport): Rectangle => {
  const width = viewport.width / viewport.zoom
  const height = viewport.height / viewport.zoom
  return { x: viewport.x - width / 2, y: viewport.y - height / 2, width, height }
}

/** The canvas follows the hand by `by` screen pixels. */
export const pan = (viewport: Viewport, by: Point): Viewport => ({
  ...viewport,
  x: viewport.x - by.x / viewport.zoom,
  y: viewport.y - by.y / viewport.zoom,
})

/** Zooms so that the canvas point under `screen` stays where it is. */
export const zoomAt = (viewport: Viewport, screen: Point, wanted: number): Viewport => {
  const zoom = clampZoom(wanted)
  const fixed = toCanvas(viewport, screen)
  return {
    ...viewport,
    x: fixed.x - (screen.x - viewport.width / 2) / zoom,
    y: fixed.y - (screen.y - viewport.height / 2) / zoom,
    zoom,
  }
}

/** The next power of two, as Figma's plus and minus keys step. */
export const stepZoom = (zoom: number, direction: 1 | -1): number => {
  const power = Math.log2(zoom)
  const exact = Math.abs(power - Math.round(power)) < 1e-6 ? Math.round(power) : power
  return clampZoom(2 ** (direction === 1 ? Math.floor(exact) + 1 : Math.ceil(exact) - 1))
}

/** All of `bounds` in the middle of the view, never larger than life. */
export const fit = (viewport: Viewport, bounds: Rectangle): Viewport => {
  const room = (side: number) => Math.max(1, side - 2 * MARGIN)
  return {
    ...viewport,
    x: bounds.x + bounds.width / 2,
    y: bounds.y + bounds.height / 2,
    zoom: clampZoom(
      Math.min(1, room(viewport.width) / bounds.width, room(viewport.height) / bounds.height),
    ),
  }
}

/** A new view size; what was in the top left corner stays there. */
export const resizeView = (viewport: Viewport, width: number, height: number): Viewport => ({
  ...viewport,
  x: viewport.x + (width - viewport.width) / 2 / viewport.zoom,
  y: viewport.y + (height - viewport.height) / 2 / viewport.zoom,
  width,
  height,
})
