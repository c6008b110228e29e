export type SliderProps = {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-valuetext'?: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A number between two ends. */
export const Slider = ({ onChange, ...control }: SliderProps) => (
  <input
    {...control}
    type="range"
    style={{ '--at': (control.value - control.min) / (control.max - control.min) }}
    onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
  />
)
