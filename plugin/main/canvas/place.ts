import type { PlacedPicture } from '../../../shared/canvas.ts'
import { addFrame } from './add-frame.ts'
import { becomeDraft } from './become-draft.ts'
import { chooseSpots } from './choose-spots.ts'
import type { PressAnchor } from './create-press-anchor.ts'
import { readPicture } from './read-picture.ts'
import { rememberPage } from './remembered-pages.ts'
import { show } from './show.ts'
import { undoStep } from './undo-step.ts'

/** A picture as a new draft beside the selection, in the picture's own size, in one undo step. */
export const place = (anchor: PressAnchor, { recipe, bytes, mark }: PlacedPicture): FrameNode => {
  const { imageHash, width, height } = readPicture(bytes)
  const { page, nodes } = anchor.read()
  const frame = undoStep(() => {
    const { parent, spots } = chooseSpots(page, nodes, { width, height, count: 1 })
    const placed = addFrame(parent, spots[0])
    becomeDraft(placed, { recipe, mark }, imageHash)
    rememberPage(page)
    show(page, [placed], nodes)
    return placed
  })
  anchor.placed([frame], nodes)
  return frame
}
