import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Finder } from './create-finder.ts'
import { findWaiting } from './find-waiting.ts'
import { loadLabelFont } from './label.ts'
import { dressPlaceholder } from './placeholder-look.ts'
import { undoStep } from './undo-step.ts'

/** Placeholders whose picture failed say why, in one undo step; those that say so already stay as they are. */
export const fail = async (
  finder: Finder,
  { pictures, message }: { readonly pictures: readonly PictureRef[]; readonly message: string },
): Promise<void> => {
  const hasFont = await loadLabelFont()
  const waiting = await findWaiting(finder, pictures)
  const news = waiting.filter(({ data }) => data.failure !== message)
  if (news.length === 0) return
  undoStep(() =>
    news.forEach(({ frame, data }) =>
      dressPlaceholder(frame, { ...data, failure: message }, hasFont),
    ),
  )
}
