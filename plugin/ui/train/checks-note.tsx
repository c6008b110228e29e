import { Disclosure } from '../components/disclosure.tsx'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'
import { lacksCaptions } from './why-not-train.ts'

/** What would spoil the training, what else there is to know, and the way to train all the same. */
export const ChecksNote = () => {
  const { panel, training: room } = usePanel()
  const report = room.checks.report.value
  if (room.version.value === null) return null
  if (report === null || report.state === 'running')
    return (
      <div class="quiet" role="status">
        Checking the pieces…
        <progress
          aria-label="Checks"
          value={report === null || report.total === 0 ? undefined : report.done / report.total}
        />
      </div>
    )
  if (report.state === 'failed')
    return (
      <Note
        tone="warning"
        title="The checks broke off"
        actions={
          <button class="button" onClick={() => panel.attempt(room.checks.again)}>
            Check again
          </button>
        }
      >
        They go on where they were. Nothing can be trained before all pieces are looked at.
      </Note>
    )
  const open = report.results.filter(({ accepted }) => !accepted)
  const blocking = open.filter(({ level }) => level === 'blocking')
  if (report.results.length === 0)
    return (
      <div class="quiet" role="status">
        The checks found nothing wrong.
      </div>
    )
  return (
    <Note
      tone={blocking.length > 0 ? 'danger' : 'info'}
      title={
        blocking.length > 0
          ? `${countOf(blocking.length, 'problem')} would spoil the training`
          : `The checks found ${countOf(report.results.length, 'thing')} to know`
      }
      actions={
        blocking.length > 0 && (
          <>
            <button class="button" onClick={() => (panel.tab.value = 'Dataset')}>
              Mend the pieces
            </button>
            {!lacksCaptions(report) && (
              <button class="button remove" onClick={() => panel.attempt(room.checks.accept)}>
                Train anyway
              </button>
            )}
          </>
        )
      }
    >
      {blocking.map(({ code, title }) => (
        <div key={code}>{title}</div>
      ))}
      <Disclosure title="What was found">
        <div class="stack">
          {report.results.map(({ code, title, why, fix, pieces, accepted }) => (
            <div key={code}>
              <strong>{title}</strong>
              {accepted && ' Accepted.'} {why} {fix}
              {pieces.length > 0 && (
                <div class="quiet">{pieces.map(({ name }) => name).join(', ')}</div>
              )}
            </div>
          ))}
        </div>
      </Disclosure>
    </Note>
  )
}
