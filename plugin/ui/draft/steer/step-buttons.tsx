import { useEffect } from 'preact/hooks'
import type { Recipe } from '../../../../shared/recipe.ts'
import { KeyButton } from '../../components/key-button.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { countOf } from '../../words/count-of.ts'
import { formatPrice } from '../../words/format-price.ts'
import { ChangeForm } from './change-form.tsx'
import type { Step } from './step.ts'

export type StepButtonsProps = { readonly node: string; readonly recipe: Recipe }

const SUBTLE: Step = { action: 'more-subtle' }
const STRONG: Step = { action: 'more-strong' }
const NEW_SEED: Step = { action: 'new-seed' }

/** The ways on from the selected draft; what a press costs stands below them. */
export const StepButtons = ({ node, recipe }: StepButtonsProps) => {
  const { panel, drafting } = usePanel()
  const { steering } = drafting
  const isChanging = useSignal(false)
  const model = steering.modelOf(recipe)
  useEffect(() => {
    void panel.models.ask(model)
  }, [model])
  useEffect(() => {
    if (steering.asked.value === 'change') isChanging.value = true
  }, [steering.asked.value])

  const take = (step: Step) => () => panel.attempt(() => steering.take(node, recipe, step))
  const change = () => (isChanging.value = !isChanging.value)

  const cannotFollow = steering.problem(recipe, SUBTLE)
  const cannotRepeat = steering.problem(recipe, NEW_SEED)
  const count = steering.countOf(NEW_SEED)
  const price = steering.capabilitiesOf(recipe)?.pricePerPicture
  return (
    <>
      <div class="actions">
        <span class="quiet">More like this</span>
        <KeyButton hotkey="M" problem={cannotFollow} onClick={take(SUBTLE)}>
          Subtle
        </KeyButton>
        <KeyButton hotkey="⇧M" problem={cannotFollow} onClick={take(STRONG)}>
          Strong
        </KeyButton>
      </div>
      <div class="actions">
        <KeyButton hotkey="N" problem={cannotRepeat} onClick={take(NEW_SEED)}>
          New seed
        </KeyButton>
        <KeyButton hotkey="C" isOn={isChanging.value} onClick={change}>
          Change one thing
        </KeyButton>
      </div>
      {isChanging.value && (
        <ChangeForm
          node={node}
          recipe={recipe}
          onClose={() => {
            isChanging.value = false
            steering.asked.value = null
          }}
        />
      )}
      <div class="quiet cost" role="status">
        {cannotRepeat ??
          cannotFollow ??
          (price &&
            `A press drafts ${countOf(count, 'picture')} · ${formatPrice({ ...price, usd: price.usd * count })}`)}
      </div>
    </>
  )
}
