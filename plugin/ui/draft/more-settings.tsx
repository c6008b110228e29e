import { IconChevronRight16 } from '@create-figma-plugin/ui'
import type { Signal } from '@preact/signals'
import { Field } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import styles from './draft-tab.css'
import { NumberSetting } from './number-setting.tsx'
import { SeedSetting } from './seed-setting.tsx'

/** What is seldom changed, with the ranges that the engine reports; what it lacks is not shown. */
export const MoreSettings = ({ isOpen }: { readonly isOpen: Signal<boolean> }) => {
  const { panel, drafting } = usePanel()
  const { change } = drafting.form
  const resolved = drafting.resolved.value
  if (resolved === null) return null
  const { settings, engine } = resolved
  const { loraScale, guidance, steps } = engine.capabilities
  const engines = panel.proxy.status.value?.engines ?? []
  return (
    <details
      class={styles.more}
      open={isOpen.value}
      onToggle={(event) => (isOpen.value = event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value || event.defaultPrevented) return
        event.preventDefault()
        isOpen.value = false
      }}
    >
      <summary>
        <IconChevronRight16 />
        More
      </summary>
      {engines.length > 1 && (
        <Field label="Engine">
          {({ id }) => (
            <Select
              id={id}
              value={engine.id}
              options={engines.map(({ id, label }) => ({ value: id, text: label }))}
              onChange={(next) => change({ engine: next })}
            />
          )}
        </Field>
      )}
      {loraScale !== null && (
        <NumberSetting
          label="LoRA strength"
          range={loraScale}
          value={settings.loraScale}
          onChange={(value) => change({ loraScale: value })}
        />
      )}
      {guidance !== null && (
        <NumberSetting
          label="Guidance"
          range={guidance}
          value={settings.guidance}
          onChange={(value) => change({ guidance: value })}
        />
      )}
      {steps !== null && (
        <NumberSetting
          label="Steps"
          range={steps}
          value={settings.steps}
          onChange={(value) => change({ steps: value })}
        />
      )}
      <SeedSetting />
    </details>
  )
}
