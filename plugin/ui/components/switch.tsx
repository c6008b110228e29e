export type SwitchProps = {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** On or off. A button, not a checkbox: it shows what is, even where a press of it has to wait. */
export const Switch = ({ label, isOn, onChange }: SwitchProps) => (
  <button
    class="switch"
    role="switch"
    aria-label={label}
    aria-checked={isOn}
    onClick={() => onChange(!isOn)}
  />
)
