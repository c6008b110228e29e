import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { Disclosure } from '../../components/disclosure.tsx'
import { Note } from '../../components/note.tsx'
import { usePanel } from '../../panel-context.ts'
import { TrialJudge } from '../trial/trial-judge.tsx'
import { describeSweep } from './describe-sweep.ts'
import { GrowthForm } from './growth-form.tsx'
import { SweepActions } from './sweep-actions.tsx'
import { troublesOf } from './troubles-of.ts'

/** A sweep in the file: how far it is, what went wrong, and what can be done about it. */
export const SweepCard = ({ view }: { readonly view: SweepView }) => {
  const { panel, comparing } = usePanel()
  const { sweep, isSelected, name } = view
  const states = comparing.runner.statesOf(view)
  const isWaiting = states.includes('waiting')
  const isRunning = isWaiting || states.includes('sent')
  const drawn = states.filter((state) => state === 'drawn').length
  const paused = comparing.runner.whyPaused(view)
  const { failures, warnings } = troublesOf(sweep, {
    placeholders: panel.placeholders.list.value,
    jobs: panel.jobs.jobs.value,
  })
  return (
    <Note tone="plain" title={name} actions={<SweepActions view={view} />}>
      <span role="status">{describeSweep(states)}</span>
      {isRunning && <progress aria-label={name} value={drawn / states.length} />}
      {paused !== null && isWaiting && <div role="alert">Paused. {paused}</div>}
      {failures.map((words) => (
        <div key={words} class="error" role="alert">
          {words}
        </div>
      ))}
      {warnings.map((words) => (
        <div key={words} class="quiet">
          {words}
        </div>
      ))}
      {isSelected && sweep.trial !== null && <TrialJudge key={view.section} view={view} />}
      {isSelected && !isRunning && sweep.trial === null && (
        <Disclosure title="More values">
          <GrowthForm key={view.section} view={view} />
        </Disclosure>
      )}
    </Note>
  )
}
