import * as v from 'valibot'
import { Seed } from '../../../shared/settings.ts'
import { Field } from '../components/field.tsx'
import { Segments } from '../components/segments.tsx'
import { usePanel } from '../panel-context.ts'

/** Random for each picture, or locked so that the same picture comes again. */
export const SeedSetting = () => {
  const { panel, drafting } = usePanel()
  const { form, change } = drafting.form
  const { seed } = form.value
  /** A seed that was never set is chosen here, so that a second press gives the first one's pictures. */
  const lock = () => change({ seed: { locked: true, value: seed.value || panel.randomSeed() } })
  return (
    <Field
      label="Seed"
      hint={seed.locked && 'The first picture takes this seed, the next ones count up.'}
    >
      {(ties) => (
        <div class="halves">
          <Segments
            id={ties.id}
            label="Seed"
            options={['Random', 'Locked']}
            value={seed.locked ? 'Locked' : 'Random'}
            onChange={(value) =>
              value === 'Locked' ? lock() : change({ seed: { ...seed, locked: false } })
            }
          />
          {seed.locked && (
            <input
              aria-label="Seed, number"
              aria-describedby={ties['aria-describedby']}
              type="number"
              min={0}
              step={1}
              value={seed.value}
              onChange={(event) => {
                const typed = v.safeParse(Seed, event.currentTarget.valueAsNumber)
                if (typed.success) change({ seed: { locked: true, value: typed.output } })
                else event.currentTarget.valueAsNumber = seed.value
              }}
            />
          )}
        </div>
      )}
    </Field>
  )
}
