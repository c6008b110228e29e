import type { Tidying } from '../../../shared/steer-procedures.ts'
import { removeLoneRowLabels } from '../canvas/row-label.ts'
import { undoStep } from '../canvas/undo-step.ts'
import { foldInto } from './fold-section.ts'
import { looseRejects } from './loose-rejects.ts'

/** The current page's rejected drafts out of the way, in one undo step; answers with how many there were. */
export const tidy = (how: Tidying): number => {
  const page = figma.currentPage
  const rejects = looseRejects(page)
  const [first, ...others] = rejects
  if (first === undefined) return 0
  undoStep(() => {
    switch (how) {
      case 'fold':
        foldInto(page, [first, ...others])
        break
      case 'remove':
        rejects.forEach((frame) => frame.remove())
    }
    removeLoneRowLabels(page)
  })
  return rejects.length
}
