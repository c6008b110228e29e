import { framesWithData, readOwnData } from '../canvas/node-data.ts'
import { isFold } from './fold-section.ts'

const isInInstance = ({ parent }: BaseNode): boolean =>
  parent !== null && (parent.type === 'INSTANCE' || isInInstance(parent))

/** The rejected drafts that lie about on a page. What she locked, folded or used in an instance stays where it is. */
export const looseRejects = (page: PageNode): readonly FrameNode[] =>
  framesWithData(page).filter((frame) => {
    const data = readOwnData(frame)
    const isRejected = data?.kind === 'draft' && data.mark?.kind === 'reject'
    return isRejected && !frame.locked && !isFold(frame.parent) && !isInInstance(frame)
  })
