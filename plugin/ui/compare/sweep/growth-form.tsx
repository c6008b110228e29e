import type { SweepView } from '../../../../shared/sweep-procedures.ts'
import type { Axis } from '../../../../shared/sweep.ts'
import { cellsOf } from '../../../../shared/sweep.ts'
import { SpendButton } from '../../components/spend-button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { countOf } from '../../words/count-of.ts'
import type { GrowthTexts } from './plan-growth.ts'
import { nameOfAxis, planGrowth } from './plan-growth.ts'
import { writeAxis } from './read-axis.ts'

/** More values on the axes of a sweep that is there. */
export const GrowthForm = ({ view }: { readonly view: SweepView }) => {
  const { panel, comparing } = usePanel()
  const { facts, sweeping } = comparing
  const { sweep } = view
  const texts = useSignal<GrowthTexts>({ columns: null, rows: null })
  const capabilities = facts.capabilitiesOf(sweep.base)
  const style = facts.styleOf(sweep.base) ?? { versions: [] }
  if (capabilities === null) return null
  const growth = planGrowth(sweep, texts.value, { capabilities, style })
  const known = new Set(cellsOf(sweep).map(({ request }) => JSON.stringify(request)))
  const news = cellsOf(growth.axes)
    .map(({ request }) => request)
    .filter((request) => !known.has(JSON.stringify(request)))
  const field = (name: keyof GrowthTexts, axis: Axis) => (
    <TextField
      label={nameOfAxis(axis)}
      rows={axis.setting === 'words' ? 2 : undefined}
      value={texts.value[name] ?? writeAxis(axis, sweep.base.brief, style)}
      onChange={(text) => (texts.value = { ...texts.value, [name]: text })}
    />
  )
  return (
    <>
      {field('columns', sweep.columns)}
      {sweep.rows !== null && field('rows', sweep.rows)}
      <div class="row">
        <div class="quiet" role="status">
          {growth.problem ??
            (growth.added === 0 ? 'Write more values; those that are drawn stay.' : '')}
        </div>
        <SpendButton
          price={facts.priceOf(news)}
          problem={growth.problem ?? (growth.added === 0 ? 'Write more values first' : null)}
          onClick={() => {
            texts.value = { columns: null, rows: null }
            panel.attempt(() => sweeping.grow(view, growth.axes))
          }}
        >
          Add {countOf(growth.added, 'picture')}
        </SpendButton>
      </div>
    </>
  )
}
