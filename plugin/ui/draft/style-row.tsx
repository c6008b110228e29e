import { Field } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { describeVersion } from './describe-version.ts'

/** Which style, and which version of it. */
export const StyleRow = () => {
  const { panel, drafting } = usePanel()
  const styles = panel.proxy.status.value?.styles ?? []
  const style = drafting.resolved.value?.style
  if (style === undefined) return null
  return (
    <Field label="Style" hint={describeVersion(style, drafting.form.form.value.version)}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          describedBy={describedBy}
          value={style.id}
          options={styles.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(chosen) => {
            const next = styles.find(({ id }) => id === chosen)
            if (next !== undefined) drafting.chooseStyle(next)
          }}
        />
      )}
    </Field>
  )
}
