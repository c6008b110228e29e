import type { Capabilities } from '../../../shared/contract/index.ts'
import { NumberField } from '../components/number-field.tsx'

const LABELS = [
  ['loraScale', 'LoRA strength'],
  ['guidance', 'Guidance'],
  ['steps', 'Steps'],
] as const

type Values = Readonly<Record<(typeof LABELS)[number][0], number>>

export type NumberSettingsProps = {
  readonly capabilities: Capabilities
  readonly values: Values
  readonly onChange: (changes: Partial<Values>) => void
}

/** The settings that are numbers, with the ranges that the engine reports; what it lacks is not shown. */
export const NumberSettings = ({ capabilities, values, onChange }: NumberSettingsProps) => (
  <>
    {LABELS.map(([name, label]) => {
      const range = capabilities[name]
      return (
        range !== null && (
          <NumberField
            key={name}
            label={label}
            range={range}
            value={values[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        )
      )
    })}
  </>
)
