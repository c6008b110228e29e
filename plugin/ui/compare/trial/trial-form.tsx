import { Field } from '../../components/field.tsx'
import { Switch } from '../../components/switch.tsx'
import { TextField } from '../../components/text-field.tsx'
import { usePanel } from '../../panel-context.ts'
import { countOf } from '../../words/count-of.ts'
import { formatPrice } from '../../words/format-price.ts'
import { activeVersions } from './plan-trial.ts'

/** Two or three versions of the style, the briefs and seeds that they draw, and what that costs. */
export const TrialForm = () => {
  const { panel, drafting, comparing } = usePanel()
  const { form, change, planned, price, problem, press } = comparing.trials
  const resolved = drafting.resolved.value
  const plan = planned.value
  if (resolved === null || plan === null) return null
  const active = activeVersions(resolved.style)
  if (active.length < 2)
    return (
      <div class="quiet">
        “{resolved.style.name}” has {countOf(active.length, 'version')}. Train one more, or add its
        model to the style: two or three can be drawn side by side.
      </div>
    )
  const toggle = (model: string) => {
    const isOn = plan.versions.includes(model)
    const next = isOn ? plan.versions.filter((one) => one !== model) : [...plan.versions, model]
    change({
      versions: active.map((version) => version.model).filter((one) => next.includes(one)),
    })
  }
  const width = plan.versions.length
  return (
    <>
      <Field
        label="Versions"
        hint={resolved.engine.sample && 'The sample engine draws them alike.'}
      >
        {(ties) => (
          <div {...ties} class="actions" role="group" aria-label="Versions">
            {active.map(({ number, model, note }) => (
              <button
                key={number}
                class="button"
                title={note}
                aria-pressed={plan.versions.includes(model)}
                onClick={() => toggle(model)}
              >
                v{number}
              </button>
            ))}
          </div>
        )}
      </Field>
      <TextField
        label="Briefs, one a line"
        rows={2}
        value={plan.briefs}
        onChange={(briefs) => change({ briefs })}
      />
      <TextField label="Seeds" value={form.value.seeds} onChange={(seeds) => change({ seeds })} />
      <div class="row">
        <div>Blind: hide which is which until you have chosen</div>
        <Switch
          label="Blind"
          isOn={form.value.isBlind}
          onChange={(isBlind) => change({ isBlind })}
        />
      </div>
      <button
        class="press"
        aria-disabled={problem.value !== null}
        onClick={() => panel.attempt(press)}
      >
        <strong>Draft {countOf(plan.count, 'picture')}</strong>
        <span>
          {problem.value ??
            `${countOf(plan.count / width, 'row')} of ${width} · ${formatPrice(price.value)}`}
        </span>
      </button>
    </>
  )
}
