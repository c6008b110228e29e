import type { FileId } from '../../../../shared/ids.ts'
import { Field } from '../../components/field.tsx'
import { Slider } from '../../components/slider.tsx'
import { PictureImage } from '../../draft/picture-image.tsx'
import { useSignal } from '../../use-signal.ts'

export type BeforeAfterProps = { readonly before: FileId; readonly after: FileId }

/** Two pictures of the same size over each other: what is left of the slider is the first, what is right the second. */
export const BeforeAfter = ({ before, after }: BeforeAfterProps) => {
  const at = useSignal(50)
  return (
    <div>
      <div class="pair" style={{ '--cut': `${at.value}%` }}>
        <PictureImage key={after} file={after} />
        <div class="cut">
          <PictureImage key={before} file={before} />
        </div>
      </div>
      <Field label="Before" aside={<span class="quiet">After</span>}>
        {(ties) => (
          <Slider
            {...ties}
            aria-valuetext={`${at.value} % before`}
            min={0}
            max={100}
            step={1}
            value={at.value}
            onChange={(value) => (at.value = value)}
          />
        )}
      </Field>
    </div>
  )
}
