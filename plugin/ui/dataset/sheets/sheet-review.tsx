import type { SheetView } from '../../../../shared/contract/sheet-routes.ts'
import type { Consent } from '../../../../shared/piece.ts'
import { Note } from '../../components/note.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { ConsentField } from '../piece-fields.tsx'
import { countOf } from '../../words/count-of.ts'
import { byHand } from './cell-edit.ts'
import { CellDetails } from './cell-details.tsx'
import { createReview } from './create-review.ts'
import { SHEET_FLAG_WORDS } from './describe-flag.ts'
import { PageView } from './page-view.tsx'
import { pieceFromSheet } from './piece-from-sheet.ts'

export type SheetReviewProps = { readonly sheet: SheetView; readonly onClose: () => void }

const CellTabs = ({ review }: { readonly review: ReturnType<typeof createReview> }) => {
  const { edits, current } = review
  const order = edits.value
    .map((edit, at) => ({ at, doubts: edit.piece?.flags.length ?? 1 }))
    .toSorted((a, b) => Number(b.doubts > 0) - Number(a.doubts > 0) || a.at - b.at)
  return (
    <div class="actions" role="group" aria-label="Cells, doubtful ones first">
      {order.map(({ at, doubts }) => (
        <button
          key={at}
          class="button"
          aria-pressed={at === current.value}
          onClick={() => (current.value = at)}
        >
          {at + 1}
          {doubts > 0 && ' ?'}
        </button>
      ))}
      <button class="button" onClick={review.addCell}>
        Add a cell
      </button>
    </div>
  )
}

/** A cleaned sheet before anything of it is kept: the page with its boxes, each piece before and after. */
export const SheetReview = ({ sheet, onClose }: SheetReviewProps) => {
  const { panel, dataset } = usePanel()
  const consent = useSignal<Consent>('own-work')
  const review = useSignal(createReview(sheet)).value
  const isBusy = useSignal(false)
  const doubts = review.edits.value.filter(({ piece }) => (piece?.flags.length ?? 1) > 0).length
  const chosen = review.chosen.value
  const run = (work: () => Promise<void>) => () => {
    isBusy.value = true
    panel.attempt(() =>
      work()
        .then(onClose)
        .finally(() => (isBusy.value = false)),
    )
  }
  const clean = run(() => dataset.sheets.clean(sheet.id, byHand(review.edits.value)))
  const keep = async () => {
    const style = dataset.style.value
    if (style !== null)
      await dataset.add(
        chosen.map(({ cell, piece }) =>
          pieceFromSheet(sheet, cell, piece, { style, consent: consent.value }),
        ),
      )
  }
  const footer = review.isEdited.value ? (
    <div class="row">
      <div class="quiet">Cells or labels were changed.</div>
      <button class="button" onClick={review.reset}>
        Undo
      </button>
      <button
        class="button primary"
        disabled={isBusy.value || review.edits.value.length === 0}
        onClick={clean}
      >
        Clean again
      </button>
    </div>
  ) : (
    <div class="row">
      <div class="quiet">
        {doubts === 0 ? 'Nothing looks doubtful.' : `${countOf(doubts, 'cell')} to look at`}
      </div>
      <button
        class="button primary"
        disabled={isBusy.value || chosen.length === 0}
        onClick={run(keep)}
      >
        Add {countOf(chosen.length, 'piece')}
      </button>
    </div>
  )
  return (
    <Sheet title={sheet.name ?? 'Design sheet'} onClose={onClose} footer={footer}>
      {sheet.flags.map((flag) => (
        <Note key={flag} tone="warning">
          {SHEET_FLAG_WORDS[flag]}
        </Note>
      ))}
      <PageView review={review} />
      <CellTabs review={review} />
      <CellDetails review={review} />
      <ConsentField value={consent.value} onChange={(next) => (consent.value = next)} />
    </Sheet>
  )
}
