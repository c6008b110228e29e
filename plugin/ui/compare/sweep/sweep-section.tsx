import { Disclosure } from '../../components/disclosure.tsx'
import { usePanel } from '../../panel-context.ts'
import { TrialForm } from '../trial/trial-form.tsx'
import { SweepForm } from './sweep-form.tsx'

/** New drafts to be compared: along one or two axes, or by two or three versions of the style. */
export const SweepSection = () => (
  <section aria-label="New drafts to compare" class="section sweeps">
    <Disclosure title="Sweep">
      <SweepForm />
    </Disclosure>
    <Disclosure title="Version A/B" isOpen={usePanel().comparing.trials.isOpen}>
      <TrialForm />
    </Disclosure>
  </section>
)
