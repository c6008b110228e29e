import { IconAdjustSmall24, IconButton, IconPlusSmall24 } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import type { Style } from '../../../shared/style.ts'
import { Field } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { describeVersion } from './describe-version.ts'
import styles from './draft-tab.css'
import { StyleEditor } from './style-editor.tsx'

type Editing = { readonly style: Style | null } | null

/** Which style, and which version of it; the way to change it or to add one. */
export const StyleRow = () => {
  const { panel, drafting } = usePanel()
  const editing = useSignal<Editing>(null)
  const all = panel.proxy.status.value?.styles ?? []
  const resolved = drafting.resolved.value
  if (resolved === null) return null
  const { style, engine } = resolved
  const { version } = drafting.form.form.value
  return (
    <div>
      <Field label="Style" hint={describeVersion(style, version, engine.sample)}>
        {({ id, describedBy }) => (
          <div class={styles.row}>
            <Select
              id={id}
              describedBy={describedBy}
              value={style.id}
              options={all.map(({ id, name }) => ({ value: id, text: name }))}
              onChange={(chosen) => {
                const next = all.find(({ id }) => id === chosen)
                if (next !== undefined) drafting.chooseStyle(next)
              }}
            />
            <IconButton aria-label="Edit style" onClick={() => (editing.value = { style })}>
              <IconAdjustSmall24 />
            </IconButton>
            <IconButton aria-label="Add style" onClick={() => (editing.value = { style: null })}>
              <IconPlusSmall24 />
            </IconButton>
          </div>
        )}
      </Field>
      {version !== null && (
        <button
          type="button"
          class={styles.link}
          onClick={() => drafting.form.change({ version: null })}
        >
          Use the current version
        </button>
      )}
      {editing.value !== null && (
        <StyleEditor style={editing.value.style} onClose={() => (editing.value = null)} />
      )}
    </div>
  )
}
