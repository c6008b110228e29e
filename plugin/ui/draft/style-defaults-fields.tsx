import type { StyleDraft } from '../../../shared/style.ts'
import { SelectField } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { NumberSettings } from './number-settings.tsx'
import { countOptions, formatName } from './picture-options.ts'

type Defaults = StyleDraft['defaults']

export type StyleDefaultsFieldsProps = {
  readonly defaults: Defaults
  /** Of the style; null: none. */
  readonly model: string | null
  readonly onChange: (changes: Partial<Defaults>) => void
}

/** What a new draft of the style starts from, within what its model can do, or the engine while that is not known. */
export const StyleDefaultsFields = ({ defaults, model, onChange }: StyleDefaultsFieldsProps) => {
  const { panel, drafting } = usePanel()
  const capabilities =
    panel.models.known(model)?.capabilities ?? drafting.resolved.value?.engine.capabilities
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
