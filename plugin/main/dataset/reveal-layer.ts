import { pageOf } from '../canvas/page-of.ts'
import { findLayer } from './find-layer.ts'

/** Selects a layer and brings it into view, on whatever page it is; false when it is gone. */
export const revealLayer = async (id: string): Promise<boolean> => {
  const layer = await findLayer(id)
  const page = layer === null ? null : pageOf(layer)
  if (layer === null || page === null) return false
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  if (layer.removed) return false
  page.selection = [layer]
  figma.viewport.scrollAndZoomIntoView([layer])
  return true
}
