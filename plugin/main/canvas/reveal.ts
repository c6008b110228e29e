import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Finder } from './create-finder.ts'
import { pageOf } from './page-of.ts'

/** Selects a picture's frame and brings it into view, on whatever page it is; false when it is gone. */
export const reveal = async (finder: Finder, picture: PictureRef): Promise<boolean> => {
  const frame = await finder.find(picture)
  const page = frame === null || frame.removed ? null : pageOf(frame)
  if (frame === null || page === null) return false
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page)
  if (frame.removed) return false
  page.selection = [frame]
  figma.viewport.scrollAndZoomIntoView([frame])
  return true
}
