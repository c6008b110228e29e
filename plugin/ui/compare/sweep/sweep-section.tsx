import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { Disclosure } from '../../components/disclosure.tsx'
import { usePanel } from '../../panel-context.ts'
import { ConsentNote } from '../../draft/reference/consent-note.tsx'
import { SweepCard } from './sweep-card.tsx'
import { SweepForm } from './sweep-form.tsx'

/** Drafts that differ along one or two axes, on a board: those that run or are selected, and a new one. */
export const SweepSection = () => {
  const { panel, drafting, comparing } = usePanel()
  const { runner } = comparing
  const isShown = (view: SweepView): boolean =>
    view.isSelected ||
    runner.statesOf(view).some((state) => state === 'waiting' || state === 'sent')
  const shown = panel.sweeps.value.filter(isShown)
  return (
    <section aria-label="Sweep" class="section sweeps">
      {shown.map((view) => (
        <SweepCard key={view.section} view={view} />
      ))}
      {drafting.references.question.value !== null && <ConsentNote />}
      <Disclosure title="Sweep">
        <SweepForm />
      </Disclosure>
    </section>
  )
}
