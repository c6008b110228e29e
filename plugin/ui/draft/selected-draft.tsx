import { Button } from '@create-figma-plugin/ui'
import { usePanel } from '../panel-context.ts'
import styles from './selected-draft.css'
import { RecipeDetails } from './recipe-details.tsx'
import { SelectedPlaceholder } from './selected-placeholder.tsx'

/** The selected draft's recipe, and the way to use it again; or what became of the selected placeholder. */
export const SelectedDraft = () => {
  const { panel, drafting } = usePanel()
  const { recipe, placeholder } = panel.selection.value
  if (placeholder !== null) return <SelectedPlaceholder placeholder={placeholder} />
  if (recipe === null) return null
  return (
    <section class={styles.card} aria-label="Selected draft">
      <div class={styles.title}>Selected draft</div>
      <div class={styles.brief} dir="auto">
        {recipe.brief}
      </div>
      <div class={styles.actions}>
        <Button secondary onClick={() => drafting.useRecipe(recipe, false)}>
          Use these settings
        </Button>
        <Button secondary onClick={() => drafting.useRecipe(recipe, true)}>
          …with this seed
        </Button>
      </div>
      <RecipeDetails recipe={recipe} />
    </section>
  )
}
