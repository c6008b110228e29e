import type { StyleDraft } from '../../../shared/style.ts'
import { SelectField } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { NumberSettings } from './number-settings.tsx'
import { countOptions, formatName } from './picture-options.ts'

type Defaults = StyleDraft['defaults']

export type StyleDefaultsFieldsProps = {
  readonly defaults: Defaults
  readonly onChange: (changes: Partial<Defaults>) => void
}

/** What a new draft of the style starts from, within what the engine can do. */
export const StyleDefaultsFields = ({ defaults, onChange }: StyleDefaultsFieldsProps) => {
  const { panel, drafting } = usePanel()
  const capabilities = drafting.resolved.value?.capabilities
  const limits = panel.proxy.status.value?.limits
  if (capabilities === undefined || limits === undefined) return null
  return (
    <div role="group" aria-label="A new draft starts from">
      <div class="thirds">
        <SelectField
          label="Pictures"
          value={String(defaults.count)}
          options={countOptions(limits.count)}
          onChange={(count) => onChange({ count: Number(count) })}
        />
        <SelectField
          label="Shape"
          value={defaults.aspectRatio}
          options={capabilities.aspectRatios.map(({ ratio }) => ratio)}
          onChange={(aspectRatio) => onChange({ aspectRatio })}
        />
        <SelectField
          label="Format"
          value={defaults.format}
          options={capabilities.formats}
          textOf={formatName}
          onChange={(format) => onChange({ format })}
        />
      </div>
      <NumberSettings capabilities={capabilities} values={defaults} onChange={onChange} />
    </div>
  )
}
