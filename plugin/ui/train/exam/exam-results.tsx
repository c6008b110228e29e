import { useEffect } from 'preact/hooks'
import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import { trialRows } from '../../compare/trial/trial-rows.ts'
import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'
import type { Examined } from './examined-versions.ts'
import { ExamRow } from './exam-row.tsx'
import { HOW_SURE } from './judged.tsx'
import { useJudgements } from './use-judgements.ts'

export type ExamResultsProps = { readonly view: SweepView; readonly examined: Examined }

/** The pictures of an exam, row by row, with what the checks say of each. */
export const ExamResults = ({ view, examined: { version, origin } }: ExamResultsProps) => {
  const { panel, comparing } = usePanel()
  const rows = trialRows(view.sweep)
  const fileOf = ({ job }: (typeof rows)[number]['places'][number]) =>
    panel.jobs.jobs.value.get(job)?.outputs[0]?.file ?? []
  const places = rows.flatMap((row) => row.places)
  const { of, fraction, failure } = useJudgements(origin, places.flatMap(fileOf))
  useEffect(() => panel.attempt(() => comparing.trials.look(view)), [view.section])
  const own = places
    .filter((place) => place.version === version.model)
    .flatMap(fileOf)
    .flatMap((file) => of.get(file) ?? [])
  const close = own.filter(({ copying }) => copying.isTooClose).length
  return (
    <div class="stack">
      {fraction !== null && (
        <div class="quiet" role="status">
          Comparing with the pieces…
          <progress aria-label="Comparing with the pieces" value={fraction} />
        </div>
      )}
      {failure !== null && <div class="error">{failure}</div>}
      {fraction === null && own.length > 0 && (
        <div role="status" class={close > 0 ? 'error' : undefined}>
          {close === 0
            ? `No draft of v${version.number} copies a piece.`
            : `${close} of ${countOf(own.length, 'draft')} of v${version.number} ${close === 1 ? 'comes' : 'come'} too close to a piece: it may be over-fitted. Train with fewer steps or more pieces.`}
        </div>
      )}
      {rows.map((row) => (
        <ExamRow key={row.brief} row={row} judged={of} />
      ))}
      {of.size > 0 && <div class="quiet">{HOW_SURE}</div>}
      <button class="link" onClick={() => (panel.tab.value = 'Compare')}>
        Choose row by row in Compare
      </button>
    </div>
  )
}
