import type { Recipe } from '../../../shared/recipe.ts'
import { Disclosure } from '../components/disclosure.tsx'
import { usePanel } from '../panel-context.ts'
import { useSignal } from '../use-signal.ts'
import { copyText } from './copy-text.ts'
import { recipeFacts } from './recipe-facts.ts'

/** Everything that a draft was made from. */
export const RecipeDetails = ({ recipe }: { readonly recipe: Recipe }) => {
  const { panel } = usePanel()
  const isCopied = useSignal(false)
  const status = panel.proxy.status.value
  const engine = status?.engines.find(({ id }) => id === recipe.engine)
  const style = status?.styles.find(({ id }) => id === recipe.style.id)
  const facts = recipeFacts(
    recipe,
    engine?.label ?? recipe.engine,
    style?.versions ?? [],
    panel.secret.value.has(recipe.job),
  )
  return (
    <Disclosure title="Recipe">
      <dl>
        <dt>Prompt</dt>
        <dd dir="auto">{recipe.prompt}</dd>
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <div class="actions">
        <button class="button" onClick={() => (isCopied.value = copyText(recipe.prompt))}>
          Copy prompt
        </button>
        <span role="status">{isCopied.value && 'Copied'}</span>
      </div>
    </Disclosure>
  )
}
