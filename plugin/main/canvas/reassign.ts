import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Finder } from './create-finder.ts'
import { findWaiting } from './find-waiting.ts'
import { loadLabelFont } from './label.ts'
import { dressPlaceholder } from './placeholder-look.ts'
import { findSweeps, withJob, writeSweep } from '../sweep/sweep-data.ts'
import { undoStep } from './undo-step.ts'

/** A placeholder waits for another job's picture from now on, in one undo step; so does the cell of a sweep. */
export const reassign = async (
  finder: Finder,
  { from, to }: { readonly from: PictureRef; readonly to: PictureRef },
): Promise<'reassigned' | 'missing'> => {
  const hasFont = await loadLabelFont()
  const [waiting] = await findWaiting(finder, [from])
  if (waiting === undefined) return 'missing'
  const { frame, data } = waiting
  const sweep = (await findSweeps()).find((one) => one.data.sweep.jobs.includes(from.job))
  undoStep(() => {
    dressPlaceholder(frame, { ...data, ...to, failure: null }, hasFont)
    if (sweep !== undefined) writeSweep(sweep.section, withJob(sweep.data, from.job, to.job))
  })
  finder.remember(to, frame)
  return 'reassigned'
}
