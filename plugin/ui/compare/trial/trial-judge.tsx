import { useEffect } from 'preact/hooks'
import type { VersionTally } from '../../../../shared/contract/index.ts'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { isSecret } from '../../../../shared/sweep.ts'
import { KeyButton } from '../../components/key-button.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { countOf } from '../../words/count-of.ts'
import { describeTally, tallyTrial } from './describe-tally.ts'
import { TrialChoice } from './trial-choice.tsx'
import { trialRows } from './trial-rows.ts'

const Results = ({ view }: { readonly view: SweepView }) => {
  const { comparing } = usePanel()
  const { base } = view.sweep
  const versions = comparing.facts.styleOf(base)?.versions ?? []
  const all = comparing.trials.tallies.value.get(base.style) ?? []
  const lines = (tallies: readonly VersionTally[]) =>
    tallies.map((tally) => <div key={tally.version}>{describeTally(tally, versions)}</div>)
  return (
    <dl>
      <dt>This test</dt>
      <dd>{lines(tallyTrial(view.sweep))}</dd>
      {all.length > 0 && (
        <>
          <dt>All tests</dt>
          <dd>{lines(all)}</dd>
        </>
      )}
    </dl>
  )
}

/** A trial to be judged row by row; once she has chosen, what came out. */
export const TrialJudge = ({ view }: { readonly view: SweepView }) => {
  const { panel, comparing } = usePanel()
  const { trials } = comparing
  const rows = trialRows(view.sweep)
  const firstOpen = rows.findIndex(({ outcome }) => outcome === null)
  const at = useSignal(Math.max(0, firstOpen))
  useEffect(() => panel.attempt(() => trials.look(view)), [view.section])
  if (view.sweep.trial?.isOver === true) return <Results view={view} />
  const row = rows[at.value]
  if (row === undefined) return null
  const chosen = rows.filter(({ outcome }) => outcome !== null).length
  const isWhole = ({ places }: typeof row) =>
    places.every(({ job }) => (panel.jobs.jobs.value.get(job)?.outputs.length ?? 0) > 0)
  const left = rows.filter((one) => one.outcome === null && isWhole(one)).length
  const go = (by: number) => () => (at.value = (at.value + by + rows.length) % rows.length)
  const choose = (outcome: Parameters<typeof trials.choose>[2]) => {
    const here = at.value
    const next = rows.findIndex((one, index) => index > here && one.outcome === null)
    const other = rows.findIndex((one, index) => index !== here && one.outcome === null)
    at.value = next >= 0 ? next : other >= 0 ? other : here
    panel.attempt(() => trials.choose(view, here, outcome))
  }
  return (
    <>
      <div class="row">
        <div class="clamped" dir="auto">
          <strong>
            {at.value + 1} of {rows.length}
          </strong>{' '}
          {row.brief} · seed {row.seed}
        </div>
      </div>
      <TrialChoice key={at.value} view={view} row={row} onChoose={choose} />
      <div class="actions">
        <KeyButton hotkey="P" onClick={go(-1)}>
          Previous
        </KeyButton>
        <KeyButton hotkey="N" onClick={go(1)}>
          Next
        </KeyButton>
        <span class="quiet" role="status">
          {countOf(chosen, 'row')} of {rows.length} chosen
        </span>
      </div>
      {chosen > 0 && left === 0 && (
        <div class="actions">
          <button class="button primary" onClick={() => panel.attempt(() => trials.reveal(view))}>
            {isSecret(view.sweep) ? 'Show which is which' : 'Count it'}
          </button>
        </div>
      )}
    </>
  )
}
