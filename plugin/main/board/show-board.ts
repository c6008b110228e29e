import { READABLE } from './readable.ts'

/**
 * Selects a board of her page and brings it into view: all of it, or its beginning where the words of all of it would
 * be too small to read.
 */
export const showBoard = (page: PageNode, section: SectionNode, fontSize: number): void => {
  page.selection = [section]
  if (page.id !== figma.currentPage.id) return
  figma.viewport.scrollAndZoomIntoView([section])
  const { viewport } = figma
  const readable = READABLE / fontSize
  const box = section.absoluteBoundingBox
  if (viewport.zoom >= readable || box === null) return
  viewport.zoom = readable
  const { bounds } = viewport
  viewport.center = {
    x: box.x + Math.min(box.width, bounds.width) / 2,
    y: box.y + Math.min(box.height, bounds.height) / 2,
  }
}
