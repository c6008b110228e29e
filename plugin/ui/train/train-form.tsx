import { Disclosure } from '../components/disclosure.tsx'
import { SelectField } from '../components/select.tsx'
import { TextField } from '../components/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { BudgetNote } from './budget-note.tsx'
import { ChecksNote } from './checks-note.tsx'
import { DatasetField } from './dataset-field.tsx'
import { describeSteps } from './describe-steps.ts'
import { TrainerSettingField } from './trainer-setting-field.tsx'

/** What is trained on, by what, and how: all of it before the press. */
export const TrainForm = () => {
  const { training: room } = usePanel()
  const trainer = room.trainer.value
  const all = room.trainers.value ?? []
  const stepsOf = trainer?.settings.find(({ name }) => name === trainer.steps)
  const others = trainer?.settings.filter(({ name }) => name !== trainer.steps) ?? []
  return (
    <section class="stack" aria-label="New training">
      <h2>New training</h2>
      <DatasetField />
      <ChecksNote />
      {trainer !== null && (
        <>
          <SelectField
            label="Trainer"
            hint={trainer.hint}
            value={trainer.id}
            options={all.map(({ id }) => id)}
            textOf={(id) => all.find((one) => one.id === id)?.label ?? id}
            onChange={room.chooseTrainer}
          />
          {stepsOf && (
            <TrainerSettingField
              setting={stepsOf}
              hint={describeSteps(room.steps.value, room.version.value?.counts.train ?? 0)}
            />
          )}
          <Disclosure title="More settings">
            <div class="stack">
              {others.map((setting) => (
                <TrainerSettingField key={setting.name} setting={setting} hint={setting.hint} />
              ))}
              <TextField
                label="Model on Replicate"
                hint="The version goes into it. Empty: a private one of this style, made the first time."
                spellcheck={false}
                value={room.destination.value}
                onChange={(name) => (room.destination.value = name.trim().toLowerCase())}
              />
            </div>
          </Disclosure>
          <BudgetNote />
        </>
      )}
    </section>
  )
}
