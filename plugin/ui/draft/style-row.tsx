import type { Style } from '../../../shared/style.ts'
import { Field } from '../components/field.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { describeVersion } from './describe-version.ts'
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
  const styleOf = (chosen: Style['id']) => all.find(({ id }) => id === chosen)
  return (
    <div>
      <Field label="Style" hint={describeVersion(style, version, engine)}>
        {(ties) => (
          <div class="row">
            <Select
              {...ties}
              value={style.id}
              options={all.map(({ id }) => id)}
              textOf={(chosen) => styleOf(chosen)?.name ?? chosen}
              onChange={(chosen) => {
                const next = styleOf(chosen)
                if (next !== undefined) drafting.chooseStyle(next)
              }}
            />
            <IconButton
              icon="adjust"
              label="Edit style"
              onClick={() => (editing.value = { style })}
            />
            <IconButton
              icon="add"
              label="Add style"
              onClick={() => (editing.value = { style: null })}
            />
          </div>
        )}
      </Field>
      {version !== null && (
        <button class="link" onClick={() => drafting.form.change({ version: null })}>
          Use the current version
        </button>
      )}
      {editing.value !== null && (
        <StyleEditor style={editing.value.style} onClose={() => (editing.value = null)} />
      )}
    </div>
  )
}
