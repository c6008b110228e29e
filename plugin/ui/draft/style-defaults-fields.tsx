import { Field } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import type { StyleDraft } from '../../../shared/style.ts'
import styles from './draft-tab.css'
import { NumberSetting } from './number-setting.tsx'

type Defaults = StyleDraft['defaults']

export type StyleDefaultsFieldsProps = {
  readonly defaults: Defaults
  readonly onChange: (changes: Partial<Defaults>) => void
}

/** What a new draft of the style starts from, within what the engine can do. */
export const StyleDefaultsFields = ({ defaults, onChange }: StyleDefaultsFieldsProps) => {
  const { panel, drafting } = usePanel()
  const capabilities = drafting.resolved.value?.engine.capabilities
  const limits = panel.proxy.status.value?.limits
  if (capabilities === undefined || limits === undefined) return null
  const { aspectRatios, formats, loraScale, guidance, steps } = capabilities
  const counts = Array.from({ length: limits.count }, (_, index) => String(index + 1))
  return (
    <div role="group" aria-label="A new draft starts from">
      <div class={styles.thirds}>
        <Field label="Pictures">
          {({ id }) => (
            <Select
              id={id}
              value={String(defaults.count)}
              options={counts.map((value) => ({ value, text: value }))}
              onChange={(count) => onChange({ count: Number(count) })}
            />
          )}
        </Field>
        <Field label="Shape">
          {({ id }) => (
            <Select
              id={id}
              value={defaults.aspectRatio}
              options={aspectRatios.map(({ ratio }) => ({ value: ratio, text: ratio }))}
              onChange={(aspectRatio) => onChange({ aspectRatio })}
            />
          )}
        </Field>
        <Field label="Format">
          {({ id }) => (
            <Select
              id={id}
              value={defaults.format}
              options={formats.map((value) => ({ value, text: value.toUpperCase() }))}
              onChange={(format) => onChange({ format })}
            />
          )}
        </Field>
      </div>
      {loraScale !== null && (
        <NumberSetting
          label="LoRA strength"
          range={loraScale}
          value={defaults.loraScale}
          onChange={(value) => onChange({ loraScale: value })}
        />
      )}
      {guidance !== null && (
        <NumberSetting
          label="Guidance"
          range={guidance}
          value={defaults.guidance}
          onChange={(value) => onChange({ guidance: value })}
        />
      )}
      {steps !== null && (
        <NumberSetting
          label="Steps"
          range={steps}
          value={defaults.steps}
          onChange={(value) => onChange({ steps: value })}
        />
      )}
    </div>
  )
}
