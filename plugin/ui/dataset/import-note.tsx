import type { ImportView } from '../../../shared/contract/import-routes.ts'
import type { Consent } from '../../../shared/piece.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { countOf } from '../words/count-of.ts'
import { ConsentField } from './piece-fields.tsx'

type Done = Extract<ImportView, { state: 'succeeded' }>

const summaryOf = ({ added, known }: Done): string =>
  [
    added === 0 ? 'Nothing new' : `${countOf(added, 'piece')} added`,
    ...(known === 0 ? [] : [`${known} already there, left as they are`]),
  ].join('; ')

const Ended = ({ view }: { readonly view: Exclude<ImportView, { state: 'running' }> }) => {
  switch (view.state) {
    case 'canceled':
      return <>Stopped. Nothing was added.</>
    case 'failed':
      return <>{view.error.message}</>
    case 'succeeded':
      return (
        <>
          <div>{summaryOf(view)}.</div>
          {view.notes.length > 0 && (
            <Disclosure title={`${countOf(view.notes.length, 'thing')} to know`}>
              <ul>
                {view.notes.map(({ name, note }) => (
                  <li key={`${name} ${note}`} dir="auto">
                    {name}: {note}
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </>
      )
  }
}

/** A ZIP or a folder before, while and after its pictures become pieces. */
export const ImportNote = () => {
  const { panel, dataset } = usePanel()
  const { current, dismiss, send, cancel } = dataset.importing
  const consent = useSignal<Consent>('own-work')
  const now = current.value
  if (now === null) return null
  if (now.state === 'chosen')
    return (
      <Note
        tone="plain"
        title={`Add a ${now.set.kind}`}
        actions={
          <>
            <button
              class="button primary"
              onClick={() => panel.attempt(() => send(now.set, consent.value))}
            >
              Add its pictures
            </button>
            <button class="button" onClick={dismiss}>
              Cancel
            </button>
          </>
        }
      >
        <div dir="auto">{now.set.name}</div>
        <ConsentField value={consent.value} onChange={(next) => (consent.value = next)} />
      </Note>
    )
  if (now.state === 'sending' || now.view.state === 'running') {
    const view = now.state === 'sent' ? now.view : null
    return (
      <div>
        <div class="row">
          <div class="quiet" role="status">
            {view === null
              ? 'On its way to the proxy'
              : `${view.done} of ${view.total} pictures read`}
          </div>
          {view !== null && (
            <button class="button" onClick={() => panel.attempt(() => cancel(view))}>
              Cancel
            </button>
          )}
        </div>
        <progress aria-label="Training set" value={view?.done} max={view?.total ?? 1} />
      </div>
    )
  }
  return (
    <Note
      tone={now.view.state === 'failed' ? 'danger' : 'info'}
      actions={
        <button class="button" onClick={dismiss}>
          Dismiss
        </button>
      }
    >
      <Ended view={now.view} />
    </Note>
  )
}
