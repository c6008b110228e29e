import { Field } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { Disclosure } from './disclosure.tsx'
import styles from './draft-tab.css'
import { NumberSetting } from './number-setting.tsx'
import { SeedSetting } from './seed-setting.tsx'

/** What is seldom changed, with the ranges that the engine reports; what it lacks is not shown. */
export const MoreSettings = () => {
  const { panel, drafting } = usePanel()
  const { change } = drafting.form
  const resolved = drafting.resolved.value
  if (resolved === null) return null
  const { settings, engine } = resolved
  const { loraScale, guidance, steps } = engine.capabilities
  const engines = panel.proxy.status.value?.engines ?? []
  return (
    <div class={styles.more}>
      <Disclosure title="More">
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
      </Disclosure>
    </div>
  )
}
