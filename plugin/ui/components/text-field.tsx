import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'

export type TextFieldProps = Pick<FieldProps, 'label' | 'hint' | 'error'> & {
  readonly type?: 'search' | 'password'
  readonly spellcheck?: boolean
  /** A field of many lines has this many at least. */
  readonly rows?: number
  readonly value: string
  readonly onChange: (value: string) => void
  /** The focus goes elsewhere. */
  readonly onLeave?: () => void
}

/** Text with its name. */
export const TextField = ({
  label,
  hint,
  error = null,
  onChange,
  onLeave,
  ...control
}: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(ties) => {
      const Control = control.rows === undefined ? 'input' : 'textarea'
      return (
        <Control
          {...ties}
          {...control}
          autocomplete="off"
          aria-invalid={error !== null}
          onInput={(event) => onChange(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )
    }}
  </Field>
)
