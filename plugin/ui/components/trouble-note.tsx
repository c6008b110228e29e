import { usePanel } from '../panel-context.ts'
import { Note } from './note.tsx'

/** The last thing that went wrong, until she has read it. */
export const TroubleNote = () => {
  const { trouble } = usePanel().panel
  if (trouble.value === null) return null
  return (
    <div class="trouble">
      <Note
        tone="danger"
        actions={
          <button class="button" onClick={() => (trouble.value = null)}>
            Dismiss
          </button>
        }
      >
        {trouble.value}
      </Note>
    </div>
  )
}
