import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Finder } from './create-finder.ts'
import { findWaiting } from './find-waiting.ts'
import { loadLabelFont } from './label.ts'
import { dressPlaceholder } from './placeholder-look.ts'
import { undoStep } from './undo-step.ts'

/** A placeholder waits for another job's picture from now on, in one undo step. */
export const reassign = async (
  finder: Finder,
  { from, to }: { readonly from: PictureRef; readonly to: PictureRef },
): Promise<'reassigned' | 'missing'> => {
  const hasFont = await loadLabelFont()
  const [waiting] = await findWaiting(finder, [from])
  if (waiting === undefined) return 'missing'
  const { frame, data } = waiting
  undoStep(() => dressPlaceholder(frame, { ...data, ...to, failure: null }, hasFont))
  finder.remember(to, frame)
  return 'reassigned'
}
