import type { Style } from '../../../../shared/style.ts'
import { Segments } from '../../components/segments.tsx'
import { versionName } from '../describe-version.ts'

export type VersionChoiceProps = {
  readonly style: Style
  /** The draft's own, and the style's default one. */
  readonly own: string
  readonly instead: string
  readonly usesDefault: boolean
  readonly onChange: (usesDefault: boolean) => void
}

/** A draft of an older version goes on with it, unless she wants the default one. */
export const VersionChoice = (props: VersionChoiceProps) => {
  const { style, own, instead, usesDefault, onChange } = props
  return (
    <div class="row">
      <span class="quiet">Goes on with</span>
      <Segments
        label="Goes on with"
        value={usesDefault ? instead : own}
        options={[own, instead]}
        textOf={(model) =>
          `${versionName(model, style.versions)}, ${model === own ? 'as drawn' : 'the default'}`
        }
        onChange={(model) => onChange(model === instead)}
      />
    </div>
  )
}
