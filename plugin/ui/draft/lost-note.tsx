import type { PictureRef } from '../../../shared/picture-ref.ts'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'

/** Placeholders whose job never reached the proxy: their brief is not known any more, so they take the one above. */
export const LostNote = ({ pictures }: { readonly pictures: readonly PictureRef[] }) => {
  const { panel, drafting } = usePanel()
  return (
    <Note
      tone="warning"
      title={`${countOf(pictures.length, 'placeholder')} never reached the proxy`}
      actions={
        <button
          class="button"
          disabled={drafting.problem.value !== null}
          onClick={() => panel.attempt(() => drafting.pressInto(pictures))}
        >
          Draft the brief there
        </button>
      }
    >
      Nothing was charged. Delete them on the canvas, or draft the brief above in their place.
    </Note>
  )
}
