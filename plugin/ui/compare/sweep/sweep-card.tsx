import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { Disclosure } from '../../components/disclosure.tsx'
import { Note } from '../../components/note.tsx'
import { SpendButton } from '../../components/spend-button.tsx'
import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'
import { TrialJudge } from '../trial/trial-judge.tsx'
import { describeSweep } from './describe-sweep.ts'
import { GrowthForm } from './growth-form.tsx'

/** A sweep in the file: how far it is, and what can be done about it. */
export const SweepCard = ({ view }: { readonly view: SweepView }) => {
  const { panel, drafting, comparing } = usePanel()
  const { runner, boards, sweeping } = comparing
  const { sweep, isSelected } = view
  const states = runner.statesOf(view)
  const inState = (...wanted: (typeof states)[number][]) =>
    sweep.jobs.filter((_, at) => wanted.some((state) => state === states[at]))
  const waiting = inState('waiting')
  const running = inState('waiting', 'sent')
  const open = sweeping.openCells(view)
  const drawn = inState('drawn')
  const [first] = sweep.jobs
  const goesOn = runner.goesOn(view)
  const paused = runner.whyPaused(view)
  const go = () =>
    boards.permit(sweep, () => {
      runner.resume(view)
      return Promise.resolve()
    })
  return (
    <Note
      tone="plain"
      title={view.name}
      actions={
        <>
          {waiting.length > 0 && !goesOn && (
            <SpendButton
              isPrimary
              price={sweeping.priceOfCells(sweep, waiting)}
              onClick={() => panel.attempt(go)}
            >
              Go on: {countOf(waiting.length, 'picture')}
            </SpendButton>
          )}
          {running.length > 0 && (
            <button class="button" onClick={() => panel.attempt(() => runner.cancel(view))}>
              Cancel
            </button>
          )}
          {running.length === 0 && open.length > 0 && (
            <SpendButton
              price={sweeping.priceOfCells(sweep, open)}
              onClick={() => panel.attempt(() => sweeping.drawOpen(view))}
            >
              Draft the {open.length === 1 ? 'last one' : `other ${open.length}`}
            </SpendButton>
          )}
          {!isSelected && first !== undefined && (
            <button
              class="button"
              onClick={() => panel.attempt(() => drafting.reveal({ job: first, index: 0 }))}
            >
              Show
            </button>
          )}
        </>
      }
    >
      <span role="status">{describeSweep(states)}</span>
      {running.length > 0 && (
        <progress aria-label={view.name} value={drawn.length / states.length} />
      )}
      {paused !== null && waiting.length > 0 && <div role="alert">Paused. {paused}</div>}
      {isSelected && sweep.trial !== null && <TrialJudge key={view.section} view={view} />}
      {isSelected && running.length === 0 && sweep.trial === null && (
        <Disclosure title="More values">
          <GrowthForm key={view.section} view={view} />
        </Disclosure>
      )}
    </Note>
  )
}
