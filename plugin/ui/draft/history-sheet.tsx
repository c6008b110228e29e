import { useSignal } from '@preact/signals'
import { Field } from '../components/field.tsx'
import inputs from '../components/input.css'
import { usePanel } from '../panel-context.ts'
import { searchBriefs } from './search-briefs.ts'
import { Sheet } from './sheet.tsx'
import styles from './sheet.css'

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
      <Field label="Search">
        {({ id }) => (
          <input
            id={id}
            class={inputs.input}
            type="search"
            value={words.value}
            onInput={(event) => (words.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <ul class={styles.list} aria-label="Briefs">
        {found.map((brief) => (
          <li key={brief}>
            <button type="button" class={styles.item} dir="auto" onClick={() => choose(brief)}>
              {brief}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <div class={styles.quiet} role="status">
          {drafting.briefs.value.length === 0
            ? 'Nothing was drafted in this file yet.'
            : 'No brief has these words.'}
        </div>
      )}
    </Sheet>
  )
}
