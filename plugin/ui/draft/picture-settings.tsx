import { AspectRatio } from '../../../shared/aspect-ratio.ts'
import { Field } from '../components/field.tsx'
import { Segments } from '../components/segments.tsx'
import { SelectField } from '../components/select.tsx'
import { usePanel } from '../panel-context.ts'
import { countOptions, formatName } from './picture-options.ts'
import { frameRatio } from './resolve-form.ts'

/** How many pictures, of which shape and in which format. */
export const PictureSettings = () => {
  const { panel, drafting } = usePanel()
  const { form, change } = drafting.form
  const resolved = drafting.resolved.value
  const limits = panel.proxy.status.value?.limits
  if (resolved === null || limits === undefined) return null
  const { capabilities, style, count, settings, reference } = resolved
  const { aspectRatios, formats } = capabilities
  const selection = panel.selection.value
  const frame =
    reference !== null
      ? 'From reference'
      : `${selection.first === null ? 'Style’s own' : 'From frame'} (${frameRatio(style, capabilities, selection)})`
  return (
    <div class="pictures">
      <Field label="Pictures">
        {({ id }) => (
          <Segments
            id={id}
            label="Pictures"
            options={countOptions(limits.count)}
            value={String(count)}
            onChange={(value) => change({ count: Number(value) })}
          />
        )}
      </Field>
      <SelectField
        label="Shape"
        value={reference === null ? form.value.aspectRatio : 'frame'}
        disabled={reference !== null}
        options={[
          'frame',
          ...AspectRatio.options.filter((ratio) => aspectRatios.some((one) => one.ratio === ratio)),
        ]}
        textOf={(ratio) => (ratio === 'frame' ? frame : ratio)}
        onChange={(aspectRatio) => change({ aspectRatio })}
      />
      <SelectField
        label="Format"
        value={settings.format}
        options={formats}
        textOf={formatName}
        onChange={(format) => change({ format })}
      />
    </div>
  )
}
