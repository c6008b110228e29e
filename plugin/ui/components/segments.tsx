import { useId } from '../use-id.ts'
import type { SelectProps } from './select.tsx'

export type SegmentsProps<T extends string> = SelectProps<T> & {
  readonly id?: string
  readonly label: string
}

/** One of a few, side by side: radio buttons, which the arrow keys move between. */
export const Segments = <T extends string>(props: SegmentsProps<T>) => {
  const { id, label, options, textOf = String, value, onChange } = props
  const name = useId()
  return (
    <div id={id} class="segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {textOf(option)}
        </label>
      ))}
    </div>
  )
}
