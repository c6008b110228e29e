import { Sheet } from '../components/sheet.tsx'
import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { searchBriefs } from './search-briefs.ts'

/** Every brief that was drafted in this document, newest first. */
export const HistorySheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { drafting } = usePanel()
  const words = useSignal('')
  const found = searchBriefs(drafting.briefs.value, words.value)
  const choose = (brief: string) => {
    drafting.form.propose({ brief })
    onClose()
  }
  return (
    <Sheet title="Brief history" onClose={onClose}>
      <TextField
        label="Search"
        type="search"
        value={words.value}
        onChange={(value) => (words.value = value)}
      />
      <ul aria-label="Briefs">
        {found.map((brief) => (
          <li key={brief}>
            <button class="item" dir="auto" onClick={() => choose(brief)}>
              {brief}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <div class="quiet" role="status">
          {drafting.briefs.value.length === 0
            ? 'Nothing was drafted in this file yet.'
            : 'No brief has these words.'}
        </div>
      )}
    </Sheet>
  )
}
