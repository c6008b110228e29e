import { useEffect } from 'preact/hooks'
import type { PieceView } from '../../../shared/contract/dataset-routes.ts'
import { compareWords } from '../../../shared/compare-words.ts'
import { Sheet } from '../components/sheet.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import type { Known } from './candidate.ts'
import { CaptionField } from './caption-field.tsx'
import { ConsentField, PieceFields } from './piece-fields.tsx'
import { Thumbnail } from './thumbnail.tsx'

const NO_GAPS = { unseen: [], unsaid: [] }

export type PieceSheetProps = { readonly piece: PieceView; readonly onClose: () => void }

/** One piece of the dataset: its picture, its caption, its rights, its place. */
export const PieceSheet = ({ piece, onClose }: PieceSheetProps) => {
  const { panel, dataset } = usePanel()
  const { selected, exporting, captions, words } = dataset
  const typed = useSignal<string | null>(null)
  const known = useSignal<Known | null>(null)
  const { provenance: from, caption: kept } = piece
  const node = from.type === 'frame' && from.document === panel.document ? from.node : null
  useEffect(() => {
    // A frame that is gone says nothing any more; the piece stays.
    if (node !== null)
      selected.lookAgain(node).then(
        (found) => (known.value = found),
        () => undefined,
      )
  }, [node])
  const facts = known.value?.facts
  const caption = typed.value ?? kept
  const keepCaption = () => {
    const next = typed.value
    typed.value = null
    if (next !== null) panel.attempt(() => captions.write(piece, next))
  }
  return (
    <Sheet
      title={piece.name}
      onClose={() => {
        keepCaption()
        onClose()
      }}
    >
      <Thumbnail
        of={piece.file}
        load={() => panel.pictures(piece.file)}
        alt="The training picture"
      />
      <CaptionField
        caption={caption}
        piece={piece.id}
        words={facts === undefined ? [] : [...facts.hints.layers, ...facts.hints.texts]}
        gaps={
          facts === undefined
            ? NO_GAPS
            : compareWords(words(caption), facts.hints, facts.brief ?? '')
        }
        suggestion={known.value === null ? '' : exporting.suggestion(known.value)}
        picture={() => Promise.resolve(piece.file)}
        onChange={(text) => (typed.value = text)}
        onLeave={keepCaption}
      />
      <ConsentField
        value={piece.consent}
        onChange={(consent) => panel.attempt(() => dataset.change(piece, { consent }))}
      />
      <PieceFields piece={piece} onGone={onClose} />
      {facts !== undefined && node !== null && (
        <div class="actions">
          <button
            class="button"
            onClick={() => panel.attempt(() => panel.canvas.revealLayer({ node }))}
          >
            Show on the canvas
          </button>
        </div>
      )}
    </Sheet>
  )
}
