import type { SelectProps } from '../../components/select.tsx'
import { Select } from '../../components/select.tsx'
import { Field } from '../../components/field.tsx'
import { countOf } from '../../words/count-of.ts'
import type { ChosenSetting } from './axis-names.ts'
import { AXIS_NAMES } from './axis-names.ts'
import type { PlannedAxis } from './plan-sweep.ts'

export type Choice = ChosenSetting | 'none'

export type AxisFieldProps = Pick<SelectProps<Choice>, 'options'> & {
  readonly label: string
  readonly planned: PlannedAxis | null
  readonly onChoose: (choice: Choice) => void
  readonly onType: (text: string) => void
}

/** What one axis varies, and its values. */
export const AxisField = ({ label, options, planned, onChoose, onType }: AxisFieldProps) => {
  const isTyped = planned !== null && planned.setting !== 'words'
  const values = planned?.axis?.values.length ?? 0
  return (
    <Field
      label={label}
      error={planned?.problem ?? null}
      hint={planned?.axis && `${countOf(values, 'value')}${isTyped ? '' : ' from the brief'}`}
    >
      {(ties) => (
        <div class="axis">
          <Select
            {...ties}
            value={planned?.setting ?? 'none'}
            options={options}
            textOf={(choice) => (choice === 'none' ? 'None' : AXIS_NAMES[choice])}
            onChange={onChoose}
          />
          {isTyped && (
            <input
              aria-label={`${label}, values`}
              aria-describedby={ties['aria-describedby']}
              aria-invalid={planned.problem !== null}
              autocomplete="off"
              value={planned.text}
              onInput={(event) => onType(event.currentTarget.value)}
            />
          )}
        </div>
      )}
    </Field>
  )
}
