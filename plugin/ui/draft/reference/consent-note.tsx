import { useEffect, useRef } from 'preact/hooks'
import { Note } from '../../components/note.tsx'
import { usePanel } from '../../panel-context.ts'

/** Asks whether references may leave this computer, and shows what she answered. */
export const ConsentNote = () => {
  const { panel, drafting } = usePanel()
  const { answer, ask, chosen, question } = drafting.references
  const { standing, sentTo } = drafting.resolved.value ?? {}
  const consent = panel.consent.value
  const asked = question.value
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [asked])
  if (asked !== null)
    return (
      <div ref={place}>
        <Note
          tone="warning"
          actions={
            <>
              <button class="button primary" onClick={() => panel.attempt(() => answer('allowed'))}>
                Send references
              </button>
              <button class="button" onClick={() => panel.attempt(() => answer('refused'))}>
                Keep them here
              </button>
            </>
          }
        >
          “{asked.name}” will leave this computer: it is sent to {asked.to}. Is that all right for
          the references in this file?
        </Note>
      </div>
    )
  if (sentTo == null || consent === null) return null
  if (chosen.value === null && consent === 'allowed') return null
  return (
    <div class="row quiet">
      <div>
        {consent === 'allowed'
          ? `References may be sent to ${sentTo}.`
          : `References are not sent to ${sentTo}${standing === 'refused' ? ', so this one is left out.' : '.'}`}
      </div>
      <button class="link" onClick={ask}>
        Change
      </button>
    </div>
  )
}
