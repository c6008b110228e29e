import type { PieceView } from '../../../shared/contract/dataset-routes.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'
import { CaptionsSheet } from './captions-sheet.tsx'
import { PieceSheet } from './piece-sheet.tsx'
import { Thumbnail } from './thumbnail.tsx'

const badgeOf = ({ heldOut, consent, caption }: PieceView): string | null => {
  if (consent === 'do-not-train') return 'Not trained'
  if (heldOut) return 'Held out'
  return caption === '' ? 'No caption' : null
}

/** The pieces of the dataset in their order. */
export const PiecesSection = () => {
  const { panel, dataset } = usePanel()
  const open = useSignal<string | null>(null)
  const isEditing = useSignal(false)
  const pieces = dataset.pieces.value
  const opened = pieces.find(({ id }) => id === open.value)
  if (!dataset.isLoaded.value) return null
  if (pieces.length === 0)
    return (
      <div class="quiet" role="status">
        This style has no pieces yet. A style is trained on 15 or more pictures of finished work.
      </div>
    )
  return (
    <section aria-label="Dataset" class="section">
      <div class="row">
        <h2>Dataset</h2>
        <button class="button" onClick={() => (isEditing.value = true)}>
          Captions
        </button>
      </div>
      <div class="quiet" role="status">
        {countOf(pieces.length, 'piece')}
      </div>
      <ul class="tiles">
        {pieces.map((piece) => (
          <li key={piece.id}>
            <button
              class="tile"
              aria-label={`${piece.name}: ${piece.caption}`}
              title={piece.caption}
              onClick={() => (open.value = piece.id)}
            >
              <Thumbnail of={piece.file} load={() => panel.thumbnails(piece.file)} />
              {badgeOf(piece) !== null && <span class="caption">{badgeOf(piece)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <PieceSheet key={opened.id} piece={opened} onClose={() => (open.value = null)} />
      )}
      {isEditing.value && <CaptionsSheet onClose={() => (isEditing.value = false)} />}
    </section>
  )
}
