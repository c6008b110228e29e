import { useEffect } from 'preact/hooks'
import { TextField } from '../components/text-field.tsx'
import { describeAsked } from '../models/describe-asked.ts'
import { whyUnusable } from '../models/why-unusable.ts'
import { usePanel } from '../panel-context.ts'

/** Milliseconds without typing after which a name is taken to be whole. */
const PAUSE = 600

export type ModelFieldProps = {
  /** Null: none. */
  readonly model: string | null
  /** What is wrong with the name as it is written. */
  readonly error: string | null
  readonly onChange: (model: string | null) => void
}

/** The name of a style's model, and what the proxy says of that model. */
export const ModelField = ({ model, error, onChange }: ModelFieldProps) => {
  const { models, clock } = usePanel().panel
  const asked = models.of(model)
  const check = (): void => {
    void models.ask(model)
  }
  useEffect(() => clock.after(PAUSE, check), [model])
  return (
    <TextField
      label="Trained model"
      hint={
        <div role="status" class="checked">
          {asked === null
            ? 'owner/name or owner/name:version. Leave it empty to draw with the sample engine only.'
            : describeAsked(asked)}
        </div>
      }
      error={error ?? whyUnusable(asked)}
      spellcheck={false}
      value={model ?? ''}
      onChange={(text) => onChange(text.trim() || null)}
      onLeave={() => asked === null && check()}
    />
  )
}
