import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import styles from './field.css'

export type FieldProps = {
  readonly label: string
  readonly hint?: ComponentChildren
  readonly error?: string | null
  /** Beside the label, at the right. */
  readonly aside?: ComponentChildren
  readonly children: (ids: {
    readonly id: string
    readonly describedBy: string
  }) => ComponentChildren
}

/** A control with its name, and what there is to say about it. */
export const Field = ({ label, hint, error = null, aside, children }: FieldProps) => {
  const id = useId()
  const describedBy = `${id}-about`
  return (
    <div class={styles.field}>
      <div class={styles.head}>
        <label class={styles.label} for={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({ id, describedBy })}
      <div id={describedBy} class={styles.about} role={error === null ? undefined : 'alert'}>
        {error === null ? hint : <span class={styles.error}>{error}</span>}
      </div>
    </div>
  )
}
