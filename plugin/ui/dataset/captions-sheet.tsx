import { Sheet } from '../components/sheet.tsx'
import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'

/** All captions at once: what is said how often, and one text in place of another. */
export const CaptionsSheet = ({ onClose }: { onClose: () => void }) => {
  const { panel, dataset } = usePanel()
  const { captions } = dataset
  const find = useSignal('')
  const replacement = useSignal('')
  const matches = captions.matches(find.value)
  return (
    <Sheet
      title="Captions"
      onClose={onClose}
      footer={
        <div class="row">
          <div class="quiet" role="status">
            {find.value !== '' && `in ${countOf(matches, 'caption')}`}
          </div>
          {captions.canUndo.value && (
            <button class="button" onClick={() => panel.attempt(captions.undo)}>
              Undo
            </button>
          )}
          <button
            class="button primary"
            aria-disabled={matches === 0}
            onClick={() => panel.attempt(() => captions.replaceAll(find.value, replacement.value))}
          >
            Replace all
          </button>
        </div>
      }
    >
      <TextField label="Find" value={find.value} onChange={(text) => (find.value = text)} />
      <TextField
        label="Replace with"
        value={replacement.value}
        onChange={(text) => (replacement.value = text)}
      />
      <section aria-label="Phrases">
        <h2>Phrases</h2>
        {captions.phrases.value.map(({ text, count }) => (
          <div key={text} class="row">
            <button class="link brief" dir="auto" onClick={() => (find.value = text)}>
              {text}
            </button>
            <div class="quiet">{count}</div>
          </div>
        ))}
      </section>
    </Sheet>
  )
}
