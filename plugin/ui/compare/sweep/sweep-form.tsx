import { Switch } from '../../components/switch.tsx'
import { TextField } from '../../components/text-field.tsx'
import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'
import { formatPrice } from '../../words/format-price.ts'
import { AxisField } from './axis-field.tsx'
import { allowsNoLora, offeredSettings } from './plan-sweep.ts'

/** One or two things to vary, how many pictures that makes, and what they cost. */
export const SweepForm = () => {
  const { panel, drafting, comparing } = usePanel()
  const { sweeping } = comparing
  const resolved = drafting.resolved.value
  const plan = sweeping.planned.value
  if (resolved === null || plan === null) return null
  const { form, change, price, problem } = sweeping
  const { columns, rows, count } = plan
  const offered = offeredSettings(resolved)
  const isAlongLora = columns.setting === 'loraScale' || rows?.setting === 'loraScale'
  const width = columns.axis?.values.length ?? 0
  const type = (setting: typeof columns.setting) => (text: string) =>
    change({ texts: { ...form.value.texts, [setting]: text } })
  return (
    <>
      <TextField
        label="Brief"
        rows={2}
        hint="Style, reference and all other settings are those of the Draft tab."
        value={drafting.form.form.value.brief}
        onChange={(brief) => drafting.form.change({ brief })}
      />
      <AxisField
        label="Columns"
        options={offered.filter((setting) => setting !== rows?.setting)}
        planned={columns}
        onChoose={(setting) => setting !== 'none' && change({ columns: setting })}
        onType={type(columns.setting)}
      />
      <AxisField
        label="Rows"
        options={['none', ...offered.filter((setting) => setting !== columns.setting)]}
        planned={rows}
        onChoose={(setting) => change({ rows: setting === 'none' ? null : setting })}
        onType={type(rows?.setting ?? columns.setting)}
      />
      {isAlongLora && allowsNoLora(resolved) && (
        <div class="row">
          <div>Without the LoRA as well</div>
          <Switch
            label="Without the LoRA as well"
            isOn={form.value.hasNoLora}
            onChange={(hasNoLora) => change({ hasNoLora })}
          />
        </div>
      )}
      <button
        class="press"
        aria-disabled={problem.value !== null}
        onClick={() => panel.attempt(sweeping.press)}
      >
        <strong>Draft {countOf(count, 'picture')}</strong>
        <span>
          {problem.value ??
            `${countOf(width, 'column')} × ${countOf(count / width, 'row')} · ${formatPrice(price.value)}`}
        </span>
      </button>
    </>
  )
}
