import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { SpendButton } from '../../components/spend-button.tsx'
import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'
import { cellsIn } from './cell-states.ts'

/** What can be done about a sweep as it stands. */
export const SweepActions = ({ view }: { readonly view: SweepView }) => {
  const { panel, drafting, comparing } = usePanel()
  const { runner, boards, sweeping } = comparing
  const { sweep, isSelected } = view
  const states = runner.statesOf(view)
  const waiting = cellsIn(sweep, states, ['waiting'])
  const isRunning = waiting.length > 0 || states.includes('sent')
  const open = cellsIn(sweep, states, ['failed', 'empty'])
  const kept = cellsIn(sweep, states, ['kept'])
  const [first] = sweep.jobs
  const drawOpen = () => panel.attempt(() => sweeping.drawOpen(view))
  const others = (count: number) => (count === 1 ? 'last one' : `other ${count}`)
  const goOn = () =>
    boards.permit(sweep, () => {
      runner.resume(view)
      return Promise.resolve()
    })
  return (
    <>
      {waiting.length > 0 && !runner.goesOn(view) && (
        <SpendButton
          isPrimary
          price={sweeping.priceOfCells(sweep, waiting)}
          onClick={() => panel.attempt(goOn)}
        >
          Go on: {countOf(waiting.length, 'picture')}
        </SpendButton>
      )}
      {isRunning && (
        <button class="button" onClick={() => panel.attempt(() => runner.cancel(view))}>
          Cancel
        </button>
      )}
      {!isRunning && open.length > 0 && (
        <SpendButton price={sweeping.priceOfCells(sweep, open)} onClick={drawOpen}>
          Draft the {others(open.length)}
        </SpendButton>
      )}
      {!isRunning && open.length === 0 && kept.length > 0 && (
        <button class="button" onClick={drawOpen}>
          Place the {others(kept.length)}
        </button>
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
  )
}
