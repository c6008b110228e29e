import { AspectRatio } from '../../../shared/aspect-ratio.ts'
import { Field } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import styles from './draft-tab.css'
import { frameRatio } from './resolve-form.ts'
import { Segments } from './segments.tsx'

/** How many pictures, of which shape and in which format. */
export const PictureSettings = () => {
  const { panel, drafting } = usePanel()
  const { form, change } = drafting.form
  const resolved = drafting.resolved.value
  const limits = panel.proxy.status.value?.limits
  if (resolved === null || limits === undefined) return null
  const { engine, style } = resolved
  const selection = panel.selection.value
  const shape = frameRatio(style, engine, selection)
  const counts = Array.from({ length: limits.count }, (_, index) => String(index + 1))
  return (
    <div class={styles.pictures}>
      <Field label="Pictures">
        {({ id }) => (
          <Segments
            id={id}
            label="Pictures"
            options={counts.map((value) => ({ value, text: value }))}
            value={String(resolved.count)}
            onChange={(value) => change({ count: Number(value) })}
          />
        )}
      </Field>
      <Field label="Shape">
        {({ id }) => (
          <Select
            id={id}
            value={form.value.aspectRatio}
            options={[
              {
                value: 'frame',
                text: `${selection.first === null ? 'Style’s own' : 'From frame'} (${shape})`,
              },
              ...AspectRatio.options
                .filter((ratio) =>
                  engine.capabilities.aspectRatios.some((one) => one.ratio === ratio),
                )
                .map((ratio) => ({ value: ratio, text: ratio })),
            ]}
            onChange={(aspectRatio) => change({ aspectRatio })}
          />
        )}
      </Field>
      <Field label="Format">
        {({ id }) => (
          <Select
            id={id}
            value={resolved.settings.format}
            options={engine.capabilities.formats.map((value) => ({
              value,
              text: value.toUpperCase(),
            }))}
            onChange={(format) => change({ format })}
          />
        )}
      </Field>
    </div>
  )
}
