import { Note } from '../components/note.tsx'
import { Switch } from '../components/switch.tsx'
import { usePanel } from '../panel-context.ts'
import { countOf } from '../words/count-of.ts'
import type { Run } from './create-export.ts'

const Running = ({ run, onCancel }: { run: Run; onCancel: () => void }) => (
  <div class="footer">
    <div class="row">
      <div class="brief" role="status" dir="auto">
        {run.done} of {run.total} · {run.name}
      </div>
      <button class="button" aria-disabled={run.state === 'stopping'} onClick={onCancel}>
        {run.state === 'stopping' ? 'Stopping' : 'Cancel'}
      </button>
    </div>
    <progress aria-label="Export" value={run.done} max={run.total} />
  </div>
)

/** The one button: what it adds to the dataset, and how far that is. */
export const ExportButton = () => {
  const { panel, dataset } = usePanel()
  const { selected, exporting } = dataset
  const { run, todo, onlyChanged } = exporting
  const now = run.value
  if (now !== null && now.state !== 'ended')
    return <Running run={now} onCancel={exporting.cancel} />
  const candidates = selected.candidates.value
  const kinds = candidates.map((candidate) => selected.standingOf(candidate).kind)
  const countIn = (kind: (typeof kinds)[number]): number =>
    kinds.filter((one) => one === kind).length
  const [refused, inSync] = [countIn('refused'), countIn('in-sync')]
  const problem = !panel.proxy.isConnected.value
    ? 'Waiting for the proxy'
    : candidates.length === 0
      ? 'Select finished work first'
      : todo.value.length === 0
        ? inSync > 0
          ? 'All of it is in the dataset as it is'
          : 'None of it can be exported'
        : null
  const facts = [
    ...(countIn('new') > 0 ? [`${countIn('new')} new`] : []),
    ...(countIn('changed') > 0 ? [`${countIn('changed')} changed`] : []),
    ...(refused > 0 ? [`${refused} left out`] : []),
    '1024 × 1024',
    'free',
  ]
  return (
    <div class="footer">
      {now !== null && now.failures.length > 0 && (
        <Note
          tone="warning"
          title={`${countOf(now.failures.length, 'layer')} could not be exported`}
          actions={
            <button class="button" onClick={() => (run.value = null)}>
              Dismiss
            </button>
          }
        >
          {now.failures.map(({ name, why }) => (
            <div key={name} dir="auto">
              {why.includes(name) ? why : `${name}: ${why}`}
            </div>
          ))}
        </Note>
      )}
      {inSync > 0 && (
        <div class="row">
          <div>Export only what changed</div>
          <Switch
            label="Export only what changed"
            isOn={onlyChanged.value}
            onChange={(isOn) => (onlyChanged.value = isOn)}
          />
        </div>
      )}
      <button
        class="press"
        aria-disabled={problem !== null}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => {
          if (problem === null) panel.attempt(exporting.start)
        }}
      >
        <strong>
          {todo.value.length === 0 ? 'Export' : `Add ${countOf(todo.value.length, 'piece')}`}
        </strong>
        <span>{problem ?? facts.join(' · ')}</span>
      </button>
    </div>
  )
}
