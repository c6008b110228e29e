import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Finder } from './create-finder.ts'
import { excerpt } from './excerpt.ts'
import type { Waiting } from './find-waiting.ts'
import { findWaiting } from './find-waiting.ts'
import { placeholderName } from './frame-name.ts'
import { clearNodeData } from './node-data.ts'
import { pageOf } from './page-of.ts'
import { undress } from './placeholder-look.ts'
import { removeLoneRowLabels } from './row-label.ts'
import { undoStep } from './undo-step.ts'

const releaseOne = ({ frame, data }: Waiting): void => {
  undress(frame)
  if (frame.children.length === 0) {
    frame.remove()
    return
  }
  if (frame.name === placeholderName(data)) frame.name = excerpt(data.brief, 40)
  clearNodeData(frame)
  frame.setRelaunchData({})
}

/** Placeholders go away, in one undo step. One that she drew in stays, as a plain frame of hers. */
export const release = async (
  finder: Finder,
  { pictures }: { readonly pictures: readonly PictureRef[] },
): Promise<void> => {
  const waiting = await findWaiting(finder, pictures)
  if (waiting.length === 0) return
  const pages = new Set(waiting.map(({ frame }) => pageOf(frame)))
  undoStep(() => {
    waiting.forEach(releaseOne)
    for (const page of pages) if (page !== null) removeLoneRowLabels(page)
  })
}
