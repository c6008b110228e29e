import type { Mark } from '../../../shared/mark.ts'
import type { PictureRef } from '../../../shared/picture-ref.ts'
import type { Finder } from '../canvas/create-finder.ts'
import { writeNodeData } from '../canvas/node-data.ts'
import { remarkBoards } from '../board/remark-boards.ts'
import { undoStep } from '../canvas/undo-step.ts'
import { unfold } from './fold-section.ts'
import { markedName } from './marked-name.ts'

/**
 * What she thinks of these pictures, on every frame that shows one, in one undo step. One that is rejected no more comes
 * out of the row of rejected drafts; boards say it, too.
 */
export const markDrafts = async (
  finder: Finder,
  { pictures, mark }: { readonly pictures: readonly PictureRef[]; readonly mark: Mark | null },
): Promise<void> => {
  const drafts = await finder.drafts(pictures)
  if (drafts.length === 0) return
  const remark = await remarkBoards(drafts.map(({ frame }) => frame))
  undoStep(() => {
    for (const { frame, data } of drafts) {
      frame.name = markedName(frame.name, data.mark, mark)
      writeNodeData(frame, { ...data, mark })
      if (mark?.kind !== 'reject') unfold(frame)
    }
    remark()
  })
}
