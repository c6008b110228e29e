import { SegmentedControl } from '@create-figma-plugin/ui'
import * as v from 'valibot'
import { Seed } from '../../../shared/settings.ts'
import { Field } from '../components/field.tsx'
import inputs from '../components/input.css'
import { usePanel } from '../panel-context.ts'
import styles from './draft-tab.css'

/** Random for each picture, or locked so that the same picture comes again. */
export const SeedSetting = () => {
  const { form, change } = usePanel().drafting.form
  const { seed } = form.value
  return (
    <Field
      label="Seed"
      hint={seed.locked ? 'The first picture takes this seed, the next ones count up.' : undefined}
    >
      {({ id, describedBy }) => (
        <div class={styles.columns} role="group" aria-label="Seed">
          <SegmentedControl
            options={[
              { value: 'random', children: 'Random' },
              { value: 'locked', children: 'Locked' },
            ]}
            value={seed.locked ? 'locked' : 'random'}
            onValueChange={(value) => change({ seed: { ...seed, locked: value === 'locked' } })}
          />
          {seed.locked && (
            <input
              id={id}
              aria-label="Seed, number"
              aria-describedby={describedBy}
              class={inputs.input}
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
