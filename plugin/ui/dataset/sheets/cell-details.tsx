import { usePanel } from '../../panel-context.ts'
import { BeforeAfter } from './before-after.tsx'
import { cleanedPiece } from './cell-edit.ts'
import type { Review } from './create-review.ts'
import { PIECE_FLAG_WORDS } from './describe-flag.ts'

const wordsOf = (text: string): string =>
  text === '' ? 'words that could not be read' : `“${text}”`

/** The cell that is looked at: what was cleaned, what is doubtful, its labels, and whether it is kept. */
export const CellDetails = ({ review }: { readonly review: Review }) => {
  const { edits, current, kept } = review
  const { panel } = usePanel()
  const at = current.value
  const edit = edits.value[at]
  if (edit === undefined) return null
  const piece = cleanedPiece(edit)
  const labels = edit.labels ?? []
  const textOf = (label: number) => edit.piece?.labels[label]?.text ?? ''
  return (
    <section class="cell" aria-label={`Cell ${at + 1}`}>
      {piece === null ? (
        <div class="quiet">Clean the sheet again to see this cell.</div>
      ) : (
        <>
          <ul class="flags" aria-label="To look at">
            {piece.flags.map((flag) => (
              <li key={flag}>{PIECE_FLAG_WORDS[flag]}</li>
            ))}
          </ul>
          <BeforeAfter key={piece.file} before={piece.before} after={piece.file} />
          <label class="row">
            <span>Keep this piece</span>
            <input
              type="checkbox"
              checked={kept.value.has(piece)}
              disabled={panel.proxy.connection.value.state !== 'connected'}
              onChange={(event) => review.keep(piece, event.currentTarget.checked)}
            />
          </label>
        </>
      )}
      {labels.map(({ removed }, label) => (
        <label key={label} class="row">
          <span class="clamped">Paint out {wordsOf(textOf(label))}</span>
          <input
            type="checkbox"
            checked={removed}
            onChange={(event) => review.removeLabel(at, label, event.currentTarget.checked)}
          />
        </label>
      ))}
      <div class="actions">
        <button class="button" onClick={() => review.addLabel(at)}>
          Mark a label
        </button>
        <button class="button remove" onClick={() => review.dropCell(at)}>
          Leave this cell out
        </button>
      </div>
    </section>
  )
}
