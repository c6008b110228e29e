import { PictureImage } from '../../draft/picture-image.tsx'
import { cleanedPiece } from './cell-edit.ts'
import type { Review } from './create-review.ts'
import { SheetBox } from './sheet-box.tsx'

/** The sheet with its cells, and the labels of the one that is looked at, as boxes to be moved. */
export const PageView = ({ review }: { readonly review: Review }) => {
  const { sheet, edits, current } = review
  const { width, height, preview } = sheet
  const labels = edits.value[current.value]?.labels ?? []
  return (
    <div
      class="page"
      role="group"
      aria-label="Sheet"
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      {preview !== null && <PictureImage file={preview.file} />}
      {edits.value.map((edit, at) => {
        const piece = cleanedPiece(edit)
        const isSure = piece !== null && piece.flags.length === 0
        const state = piece === null ? 'set by hand' : isSure ? 'clean' : 'doubtful'
        return (
          <SheetBox
            key={at}
            look={isSure ? 'sure' : 'doubtful'}
            mark={isSure ? String(at + 1) : `${at + 1} ?`}
            label={`Cell ${at + 1}, ${state}`}
            box={edit.cell}
            page={sheet}
            isCurrent={at === current.value}
            onChoose={() => (current.value = at)}
            onMoved={(grip, from, by) => review.moveCell(at, grip, from, by)}
            onDelete={() => review.dropCell(at)}
          />
        )
      })}
      {labels.map(({ box, removed }, label) => (
        <SheetBox
          key={`label-${label}`}
          look={removed ? 'label' : 'left'}
          mark={removed ? '✕' : '='}
          label={`Label ${label + 1}, ${removed ? 'painted out' : 'left as it is'}`}
          box={box}
          page={sheet}
          isCurrent={false}
          onChoose={() => undefined}
          onMoved={(grip, from, by) => review.moveLabel(current.value, label, grip, from, by)}
        />
      ))}
    </div>
  )
}
