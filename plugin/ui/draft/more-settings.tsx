import { Disclosure } from '../components/disclosure.tsx'
import { SelectField } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { NumberSettings } from './number-settings.tsx'
import { SeedSetting } from './seed-setting.tsx'

/** What is seldom changed; what the engine lacks is not shown. */
export const MoreSettings = () => {
  const { panel, drafting } = usePanel()
  const { change } = drafting.form
  const resolved = drafting.resolved.value
  if (resolved === null) return null
  const { settings, engine, capabilities } = resolved
  const engines = panel.proxy.status.value?.engines ?? []
  return (
    <div class="more">
      <Disclosure title="More">
        {engines.length > 1 && (
          <SelectField
            label="Engine"
            value={engine.id}
            options={engines.map(({ id }) => id)}
            textOf={(chosen) => engines.find(({ id }) => id === chosen)?.label ?? chosen}
            onChange={(next) => change({ engine: next })}
          />
        )}
        <NumberSettings capabilities={capabilities} values={settings} onChange={change} />
        <SeedSetting />
      </Disclosure>
    </div>
  )
}
