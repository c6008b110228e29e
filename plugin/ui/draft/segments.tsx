import { SegmentedControl } from '@create-figma-plugin/ui'
import { useId } from 'preact/hooks'
import styles from './draft-tab.css'

export type SegmentsProps = {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of a few, side by side. The radio buttons share a name, so that the arrow keys move between them. */
export const Segments = ({ id, label, options, value, onChange }: SegmentsProps) => {
  const radios = { name: useId() }
  return (
    <div id={id} class={styles.segments} role="radiogroup" aria-label={label}>
      <SegmentedControl
        {...radios}
        options={options.map(({ value, text }) => ({ value, children: text }))}
        value={value}
        onValueChange={onChange}
      />
    </div>
  )
}
