import type { TrainerSetting } from '../../../shared/contract/index.ts'
import { Field } from '../components/field.tsx'
import { NumberField } from '../components/number-field.tsx'
import { SelectField } from '../components/select.tsx'
import { Switch } from '../components/switch.tsx'
import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'

export type TrainerSettingFieldProps = {
  readonly setting: TrainerSetting
  readonly hint: string
}

/** About so many steps of a slider. */
const POSITIONS = 60

/** One of a trainer's settings, as its kind wants it. */
export const TrainerSettingField = ({ setting, hint }: TrainerSettingFieldProps) => {
  const { training: room } = usePanel()
  const { name, label, type, minimum, maximum, values } = setting
  const value = room.valueOf(name) ?? setting.value
  const change = (next: string | number | boolean) => room.change(name, next)
  if (type === 'switch')
    return (
      <div class="row" title={hint}>
        <span class="quiet">{label}</span>
        <Switch label={label} isOn={value === true} onChange={change} />
      </div>
    )
  if (values !== null)
    return (
      <SelectField
        label={label}
        hint={hint}
        value={String(value)}
        options={values.map(String)}
        onChange={(text) => change(values.find((one) => String(one) === text) ?? text)}
      />
    )
  if (type === 'integer' && minimum !== null && maximum !== null) {
    const step = 10 ** Math.max(0, Math.round(Math.log10((maximum - minimum) / POSITIONS)))
    return (
      <NumberField
        label={label}
        hint={hint}
        range={{ min: minimum, max: maximum, step: maximum - minimum > POSITIONS ? step : 1 }}
        value={Number(value)}
        onChange={change}
      />
    )
  }
  if (type === 'text')
    return <TextField label={label} hint={hint} value={String(value)} onChange={change} />
  return (
    <Field label={label} hint={hint}>
      {(ties) => (
        <input
          {...ties}
          type="number"
          step="any"
          min={minimum ?? undefined}
          max={maximum ?? undefined}
          value={Number(value)}
          onChange={(event) => {
            const typed = event.currentTarget.valueAsNumber
            if (event.currentTarget.checkValidity() && Number.isFinite(typed)) change(typed)
            else event.currentTarget.value = String(value)
          }}
        />
      )}
    </Field>
  )
}
