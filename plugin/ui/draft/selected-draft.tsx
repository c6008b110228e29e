import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { RecipeDetails } from './recipe-details.tsx'
import { SelectedPlaceholder } from './selected-placeholder.tsx'

/** The selected draft's recipe, and the way to use it again; or what became of the selected placeholder. */
export const SelectedDraft = () => {
  const { panel, drafting } = usePanel()
  const { recipe, placeholder } = panel.selection.value
  if (placeholder !== null) return <SelectedPlaceholder placeholder={placeholder} />
  if (recipe === null) return null
  return (
    <Note tone="plain" title="Selected draft">
      <div class="clamped" dir="auto">
        {recipe.brief}
      </div>
      <div class="actions">
        <button class="button" onClick={() => drafting.useRecipe(recipe, false)}>
          Use these settings
        </button>
        <button class="button" onClick={() => drafting.useRecipe(recipe, true)}>
          …with this seed
        </button>
      </div>
      <RecipeDetails recipe={recipe} />
    </Note>
  )
}
