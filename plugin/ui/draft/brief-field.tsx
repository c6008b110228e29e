import { useEffect, useRef } from 'preact/hooks'
import { BRIEF_LIMIT } from '../../../shared/generate-request.ts'
import { Field } from '../components/field.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'
import { BriefsSheet } from './briefs/briefs-sheet.tsx'
import { describeWildcards } from './describe-wildcards.ts'
import { EXAMPLE_BRIEF } from './example-brief.ts'
import { HistorySheet } from './history/history-sheet.tsx'

/** The count is shown from here on. */
const NEAR = BRIEF_LIMIT * 0.8

/** What she types, what she typed before, and the prompt that it becomes. */
export const BriefField = () => {
  const { drafting } = usePanel()
  const area = useRef<HTMLTextAreaElement>(null)
  const isHistoryOpen = useSignal(false)
  const isKeptOpen = useSignal(false)
  const { brief } = drafting.form.form.value
  const over = brief.length - BRIEF_LIMIT
  const wildcards = describeWildcards(brief, drafting.resolved.value?.count ?? 1)
  useEffect(() => area.current?.focus(), [])
  return (
    <div>
      <Field
        label="Brief"
        aside={
          <>
            <IconButton
              icon="keep"
              label="Saved briefs"
              onClick={() => (isKeptOpen.value = true)}
            />
            <IconButton icon="time" label="History" onClick={() => (isHistoryOpen.value = true)} />
          </>
        }
        error={
          over > 0
            ? `${countOf(over, 'character')} too long. A brief has at most ${BRIEF_LIMIT}.`
            : null
        }
        hint={
          brief.length > NEAR
            ? `${brief.length} of ${BRIEF_LIMIT} characters`
            : (wildcards ?? false)
        }
      >
        {(ties) => (
          <textarea
            {...ties}
            ref={area}
            aria-invalid={over > 0}
            rows={3}
            dir="auto"
            placeholder={`Who or what is the figurine? For example: ${EXAMPLE_BRIEF}`}
            value={brief}
            onInput={(event) => drafting.form.change({ brief: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' || brief !== '' || event.isComposing) return
              event.preventDefault()
              isHistoryOpen.value = true
            }}
          />
        )}
      </Field>
      {brief.trim() !== '' && drafting.resolved.value !== null && (
        <div class="prompt" tabIndex={0} role="group" aria-label="Prompt">
          <strong>Prompt</strong>
          <p dir="auto">{drafting.resolved.value.prompt}</p>
        </div>
      )}
      {isKeptOpen.value && <BriefsSheet onClose={() => (isKeptOpen.value = false)} />}
      {isHistoryOpen.value && <HistorySheet onClose={() => (isHistoryOpen.value = false)} />}
    </div>
  )
}
