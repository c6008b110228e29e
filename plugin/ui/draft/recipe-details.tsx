import { Button } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import type { Recipe } from '../../../shared/recipe.ts'
import { usePanel } from '../panel-context.ts'
import { copyText } from './copy-text.ts'
import { Disclosure } from './disclosure.tsx'
import { recipeFacts } from './recipe-facts.ts'
import styles from './selected-draft.css'

/** Everything that a draft was made from. */
export const RecipeDetails = ({ recipe }: { readonly recipe: Recipe }) => {
  const { panel } = usePanel()
  const isCopied = useSignal(false)
  const engine = panel.proxy.status.value?.engines.find(({ id }) => id === recipe.engine)
  return (
    <Disclosure title="Recipe">
      <dl class={styles.facts}>
        <dt>Prompt</dt>
        <dd dir="auto">{recipe.prompt}</dd>
        {recipeFacts(recipe, engine?.label ?? recipe.engine).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <div class={styles.actions}>
        <Button secondary onClick={() => (isCopied.value = copyText(recipe.prompt))}>
          Copy prompt
        </Button>
        <span role="status">{isCopied.value && 'Copied'}</span>
      </div>
    </Disclosure>
  )
}
