import { IconChevronDown16 } from '@create-figma-plugin/ui'
import type { TargetedKeyboardEvent } from 'preact'
import styles from './input.css'

export type SelectProps<T extends string> = {
  readonly id: string
  readonly describedBy?: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
}

// Esc may only have closed the open list; it must not close the plugin along with it.
const leaveOnEscape = (event: TargetedKeyboardEvent<HTMLSelectElement>) => {
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.currentTarget.blur()
}

/** A native list, which brings its keyboard and its names along. */
export const Select = <T extends string>(props: SelectProps<T>) => (
  <div class={styles.selectBox}>
    <select
      id={props.id}
      aria-describedby={props.describedBy}
      class={styles.select}
      value={props.value}
      onKeyDown={leaveOnEscape}
      onChange={(event) => {
        const chosen = props.options[event.currentTarget.selectedIndex]
        if (chosen !== undefined) props.onChange(chosen.value)
      }}
    >
      {props.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
    <div class={styles.chevron}>
      <IconChevronDown16 />
    </div>
  </div>
)
