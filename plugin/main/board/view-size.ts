import type { Size } from '../../../shared/aspect-ratio.ts'

/** How much of the screen the canvas has, in screen pixels. */
export const viewSize = (): Size => {
  const { bounds, zoom } = figma.viewport
  return { width: bounds.width * zoom, height: bounds.height * zoom }
}
