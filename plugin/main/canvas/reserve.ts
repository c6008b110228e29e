import type { Placeholder } from '../../../shared/picture-ref.ts'
import { AppError } from '../../../shared/errors.ts'
import { COUNT_LIMIT } from '../../../shared/generate-request.ts'
import type { JobId } from '../../../shared/ids.ts'
import { addFrame } from './add-frame.ts'
import { chooseSpots } from './choose-spots.ts'
import type { Finder } from './create-finder.ts'
import type { PressAnchor } from './create-press-anchor.ts'
import { excerpt } from './excerpt.ts'
import { loadLabelFont } from './label.ts'
import { dressPlaceholder } from './placeholder-look.ts'
import { pageOf } from './page-of.ts'
import { HEADROOM } from './place-row.ts'
import { rememberPage } from './remembered-pages.ts'
import { addRowLabel, rowLabelHeight } from './row-label.ts'
import { show } from './show.ts'
import { toPlaceholder } from './to-placeholder.ts'
import { undoStep } from './undo-step.ts'

type Reservation = {
  readonly job: JobId
  readonly count: number
  readonly width: number
  readonly height: number
  readonly brief: string
  readonly under: { readonly node: string; readonly label: string } | null
}

/** Enough for the label; the whole brief comes with the draft's recipe. */
const BRIEF_EXCERPT = 120
const LABEL_LIMIT = 80

/** The frame to go under; null when it is gone or on another page than hers. */
const findParent = async (id: string | undefined, page: PageNode): Promise<FrameNode | null> => {
  const node = id === undefined ? null : await figma.getNodeByIdAsync(id)
  return node?.type === 'FRAME' && pageOf(node)?.id === page.id ? node : null
}

/**
 * Placeholders in a row beside the selection, or under the draft that they grow from with a label between; selected and
 * in sight, in one undo step.
 */
export const reserve = async (
  { finder, anchor }: { readonly finder: Finder; readonly anchor: PressAnchor },
  { job, count, width, height, brief, under }: Reservation,
): Promise<Placeholder[]> => {
  if (!Number.isInteger(count) || count < 1 || count > COUNT_LIMIT)
    throw new AppError('invalid_request', `One press makes from 1 to ${COUNT_LIMIT} pictures.`)
  const { page, nodes } = anchor.read()
  const hasFont = await loadLabelFont()
  if (page.removed)
    throw new AppError('canvas_failed', 'The page was deleted. Nothing was drafted or charged.')
  const parentDraft = await findParent(under?.node, page)
  const beside = parentDraft === null ? nodes.filter((node) => !node.removed) : [parentDraft]
  const label = under === null || !hasFont ? null : excerpt(under.label, LABEL_LIMIT)
  const frames = undoStep(() => {
    const row = { width, height, count }
    const { parent, spots } =
      parentDraft === null
        ? chooseSpots(page, beside, row)
        : chooseSpots(page, beside, row, {
            anchoring: (bounds) => ({ kind: 'under', bounds, label: rowLabelHeight(width) }),
          })
    if (parentDraft !== null && label !== null)
      addRowLabel(parent, spots[0], HEADROOM, { job, text: label })
    const placed = spots.map((spot, index) => {
      const frame = addFrame(parent, spot)
      const node = frame.id
      dressPlaceholder(
        frame,
        {
          kind: 'placeholder',
          node,
          job,
          index,
          brief: excerpt(brief, BRIEF_EXCERPT),
          failure: null,
        },
        hasFont,
      )
      finder.remember({ job, index }, frame)
      return frame
    })
    rememberPage(page)
    show(page, placed, beside)
    return placed
  })
  anchor.placed(frames, beside)
  return frames.map(toPlaceholder).filter((placeholder) => placeholder !== null)
}
