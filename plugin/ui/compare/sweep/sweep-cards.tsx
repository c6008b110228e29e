import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { ConsentNote } from '../../draft/reference/consent-note.tsx'
import { usePanel } from '../../panel-context.ts'
import { SweepCard } from './sweep-card.tsx'

/** The sweeps that run or are selected. */
export const SweepCards = () => {
  const { panel, drafting, comparing } = usePanel()
  const isShown = (view: SweepView): boolean =>
    view.isSelected ||
    comparing.runner.statesOf(view).some((state) => state === 'waiting' || state === 'sent')
  return (
    <>
      {panel.sweeps.value.filter(isShown).map((view) => (
        <SweepCard key={view.section} view={view} />
      ))}
      {drafting.references.question.value !== null && <ConsentNote />}
    </>
  )
}
