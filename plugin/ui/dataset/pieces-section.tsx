import type { PieceView } from '../../../shared/contract/dataset-routes.ts'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'
import { CaptionsSheet } from './captions-sheet.tsx'
import { ImportButtons } from './import-buttons.tsx'
import { ImportNote } from './import-note.tsx'
import { PieceSheet } from './piece-sheet.tsx'
import { Thumbnail } from './thumbnail.tsx'

/** What sets a piece apart; `file` is its picture in the newest version, undefined where it is in none. */
const badgeOf = (
  piece: PieceView,
  { hasVersion, file }: { readonly hasVersion: boolean; readonly file: string | undefined },
): string | null => {
  if (piece.consent === 'do-not-train') return 'Not trained'
  if (piece.heldOut) return 'Held out'
  if (piece.caption === '') return 'No caption'
  if (!hasVersion || file === piece.file) return null
  return file === undefined ? 'New' : 'Changed'
}

const Badge = ({ piece }: { readonly piece: PieceView }) => {
  const { versions, frozen } = usePanel().dataset
  const hasVersion = versions.value.length > 0
  const words = badgeOf(piece, { hasVersion, file: frozen.value.get(piece.id) })
  return words === null ? null : <span class="caption">{words}</span>
}

/** The pieces of the dataset in their order. */
export const PiecesSection = () => {
  const { panel, dataset } = usePanel()
  const { open } = dataset
  const isEditing = useSignal(false)
  const pieces = dataset.pieces.value
  const opened = pieces.find(({ id }) => id === open.value)
  if (!dataset.isLoaded.value) return null
  if (pieces.length === 0)
    return (
      <section aria-label="Dataset" class="section">
        <h2>Dataset</h2>
        <div class="quiet" role="status">
          This style has no pieces yet. A style is trained on 15 or more pictures of finished work.
        </div>
        <ImportButtons />
        <ImportNote />
      </section>
    )
  return (
    <section aria-label="Dataset" class="section">
      <div class="row">
        <h2>Dataset</h2>
        <button class="button" onClick={() => (isEditing.value = true)}>
          Captions
        </button>
      </div>
      <div class="row">
        <div class="quiet" role="status">
          {countOf(pieces.length, 'piece')}
        </div>
        <ImportButtons />
      </div>
      <ImportNote />
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
              <Badge piece={piece} />
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
