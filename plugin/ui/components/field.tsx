import type { ComponentChildren } from 'preact'
import { useId } from '../use-id.ts'

export type FieldProps = {
  readonly label: string
  readonly hint?: ComponentChildren
  readonly error?: string | null
  /** Beside the label, at the right. */
  readonly aside?: ComponentChildren
  /** What ties the control to its name and to what there is to say about it: spread it on the control. */
  readonly children: (ties: {
    readonly id: string
    readonly 'aria-describedby': string
  }) => ComponentChildren
}

/** A control with its name, and what there is to say about it. */
export const Field = ({ label, hint, error = null, aside, children }: FieldProps) => {
  const id = useId()
  const about = `${id}-about`
  return (
    <div class="field">
      <div class="row">
        <label class="quiet" for={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': about })}
      <div
        id={about}
        class={error === null ? 'quiet' : 'error'}
        role={error === null ? undefined : 'alert'}
      >
        {error ?? hint}
      </div>
    </div>
  )
}
