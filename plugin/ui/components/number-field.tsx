import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { Slider } from './slider.tsx'

export type NumberFieldProps = Pick<FieldProps, 'label' | 'hint'> & {
  readonly range: { readonly min: number; readonly max: number; readonly step: number }
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A number by slider or by typing; what is typed is brought into the range when she leaves the field. */
export const NumberField = ({ label, hint, range, value, onChange }: NumberFieldProps) => {
  const { min, max } = range
  return (
    <Field label={label} hint={hint}>
      {(ties) => (
        <div class="number">
          <Slider {...ties} {...range} value={value} onChange={onChange} />
          <input
            {...range}
            type="number"
            aria-label={`${label}, number`}
            value={value}
            onChange={(event) => {
              const typed = event.currentTarget.valueAsNumber
              const next = Number.isFinite(typed) ? Math.min(max, Math.max(min, typed)) : value
              event.currentTarget.valueAsNumber = next
              onChange(next)
            }}
          />
        </div>
      )}
    </Field>
  )
}
