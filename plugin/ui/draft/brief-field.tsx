import { Field } from '../components/field.tsx'
import inputs from '../components/input.css'
import { usePanel } from '../panel-context.ts'
import { BRIEF_LIMIT } from '../../../shared/generate-request.ts'
import styles from './draft-tab.css'

/** The count is shown from here on. */
const NEAR = BRIEF_LIMIT * 0.8
const EXAMPLE = 'woman with glasses and curly hair wearing a superhero cape'

/** What she types, and the prompt that it becomes. */
export const BriefField = () => {
  const { drafting } = usePanel()
  const { brief } = drafting.form.form.value
  const over = brief.length - BRIEF_LIMIT
  return (
    <div>
      <Field
        label="Brief"
        error={over > 0 ? `${over} characters too long. A brief has at most ${BRIEF_LIMIT}.` : null}
        hint={brief.length > NEAR ? `${brief.length} of ${BRIEF_LIMIT} characters` : undefined}
      >
        {({ id, describedBy }) => (
          <textarea
            id={id}
            aria-describedby={describedBy}
            aria-invalid={over > 0}
            class={inputs.area}
            rows={3}
            dir="auto"
            placeholder={`Who or what is the figurine? For example: ${EXAMPLE}`}
            value={brief}
            onInput={(event) => drafting.form.change({ brief: event.currentTarget.value })}
          />
        )}
      </Field>
      {brief.trim() !== '' && drafting.resolved.value !== null && (
        <div class={styles.prompt} tabIndex={0} role="group" aria-label="Prompt">
          <p dir="auto">{drafting.resolved.value.prompt}</p>
        </div>
      )}
    </div>
  )
}
