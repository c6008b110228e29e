import { RangeSlider } from '@create-figma-plugin/ui'
import { Field } from '../components/field.tsx'
import inputs from '../components/input.css'
import styles from './draft-tab.css'

export type NumberSettingProps = {
  readonly label: string
  readonly range: { readonly min: number; readonly max: number; readonly step: number }
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A number by slider or by typing; what is typed is brought into the range when she leaves the field. */
export const NumberSetting = ({ label, range, value, onChange }: NumberSettingProps) => (
  <Field label={label}>
    {({ id }) => (
      <div class={styles.number}>
        <RangeSlider
          id={id}
          minimum={range.min}
          maximum={range.max}
          increment={range.step}
          value={String(value)}
          onNumericValueInput={onChange}
        />
        <input
          class={inputs.input}
          type="number"
          aria-label={`${label}, number`}
          min={range.min}
          max={range.max}
          step={range.step}
          value={value}
          onChange={(event) => {
            const typed = event.currentTarget.valueAsNumber
            const next = Number.isFinite(typed)
              ? Math.min(range.max, Math.max(range.min, typed))
              : value
            event.currentTarget.valueAsNumber = next
            onChange(next)
          }}
        />
      </div>
    )}
  </Field>
)
