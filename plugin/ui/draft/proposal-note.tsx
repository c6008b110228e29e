import { useEffect, useRef } from 'preact/hooks'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'

/** Asks before a half-typed brief is replaced. */
export const ProposalNote = () => {
  const { proposal, answer } = usePanel().drafting.form
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [proposal.value])
  if (proposal.value === null) return null
  return (
    <div ref={place}>
      <Note
        tone="warning"
        title="Replace the brief you are writing?"
        actions={
          <>
            <button class="button primary" onClick={() => answer(false)}>
              Replace
            </button>
            <button class="button" onClick={() => answer(true)}>
              Keep mine
            </button>
          </>
        }
      >
        {proposal.value.brief}
      </Note>
    </div>
  )
}
