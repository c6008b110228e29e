import { boundsOf } from './bounds-of.ts'
import { isWithin } from './rectangle.ts'

const isInView = (node: SceneNode): boolean => {
  const bounds = boundsOf(node)
  if (bounds === null) return false
  const center = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
  return isWithin({ ...center, width: 0, height: 0 }, figma.viewport.bounds)
}

/**
 * Selects new frames of a page; moves the view only when she is on that page and would not see the first of them. What
 * they stand beside comes into view, too: drafts are judged next to it.
 */
export const show = (
  page: PageNode,
  frames: readonly SceneNode[],
  beside: readonly SceneNode[],
): void => {
  page.selection = frames
  const [first] = frames
  if (page.id !== figma.currentPage.id || first === undefined || isInView(first)) return
  figma.viewport.scrollAndZoomIntoView([...beside, ...frames])
}
