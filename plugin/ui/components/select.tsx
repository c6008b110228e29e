import type { TargetedKeyboardEvent } from 'preact'
import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

export type SelectProps<T extends string> = {
  readonly value: T
  readonly options: readonly T[]
  /** What an option is called; itself when absent. */
  readonly textOf?: (option: T) => string
  readonly disabled?: boolean
  readonly onChange: (value: T) => void
}

// Esc may only have closed the open list; it must not close the plugin along with it.
const leaveOnEscape = (event: TargetedKeyboardEvent<HTMLSelectElement>) => {
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.currentTarget.blur()
}

/** A native list, which brings its keyboard and its names along. */
export const Select = <T extends string>({
  options,
  textOf = String,
  onChange,
  ...control
}: SelectProps<T> & { readonly id: string }) => (
  <div class="list">
    <select
      {...control}
      onKeyDown={leaveOnEscape}
      onChange={(event) => {
        const chosen = options[event.currentTarget.selectedIndex]
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {textOf(option)}
        </option>
      ))}
    </select>
    <Icon name="open" />
  </div>
)

/** The same with its name. */
export const SelectField = <T extends string>({
  label,
  hint,
  ...select
}: SelectProps<T> & Pick<FieldProps, 'label' | 'hint'>) => (
  <Field label={label} hint={hint}>
    {(ties) => <Select {...ties} {...select} />}
  </Field>
)
