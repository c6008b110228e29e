import type { ChosenReference } from '../../../../shared/draft-form.ts'
import { Field } from '../../components/field.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Slider } from '../../components/slider.tsx'
import { Switch } from '../../components/switch.tsx'
import { usePanel } from '../../panel-context.ts'
import { PictureImage } from '../picture-image.tsx'
import { freedomOf } from './freedom-of.ts'

/** The chosen reference: what it is, whether it is used, and how closely. */
export const ReferenceCard = ({ reference }: { readonly reference: ChosenReference }) => {
  const { isGone, change, notice, remove } = usePanel().drafting.references
  const { file, name, on, strength } = reference
  return (
    <div class="card">
      <div class="row">
        <div class="row">
          <div class="tile">
            {isGone.value ? <Icon name="warning" /> : <PictureImage file={file} onError={notice} />}
          </div>
          <div class="brief">{name}</div>
        </div>
        <IconButton icon="close" label="Remove the reference" onClick={remove} />
        <Switch label="Use the reference" isOn={on} onChange={(on) => change({ on })} />
      </div>
      {isGone.value && (
        <div class="error" role="alert">
          The picture is gone; select it again.
        </div>
      )}
      {on && (
        <Field
          label="Freedom"
          aside={freedomOf(strength)}
          hint="Close: a filtered copy. Free: it is ignored. It carries pose and colours, not a likeness."
        >
          {(ties) => (
            <>
              <Slider
                {...ties}
                min={0}
                max={1}
                step={0.05}
                value={strength}
                aria-valuetext={freedomOf(strength)}
                onChange={(strength) => change({ strength })}
              />
              <div class="row quiet">
                <span>Close to the reference</span>
                <span>Free</span>
              </div>
            </>
          )}
        </Field>
      )}
    </div>
  )
}
