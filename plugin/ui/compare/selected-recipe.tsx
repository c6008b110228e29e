import { Note } from '../components/note.tsx'
import { RecipeDetails } from '../draft/recipe-details.tsx'
import { MarkRow } from '../draft/steer/mark-row.tsx'
import { usePanel } from '../panel-context.ts'

/** What she thinks of the selected drafts, and for one alone its full recipe: on a board, its caption will do. */
export const SelectedRecipe = () => {
  const { count, layers } = usePanel().panel.selection.value
  const drafts = layers.filter(({ recipe }) => recipe !== null)
  const [draft] = drafts
  if (draft?.recipe == null) return null
  return (
    <Note tone="plain" title={count === 1 ? 'Selected draft' : 'Selected drafts'}>
      {count === 1 && (
        <div class="clamped" dir="auto">
          {draft.recipe.brief}
        </div>
      )}
      <MarkRow key={draft.node} layers={drafts} />
      {count === 1 && <RecipeDetails key={`recipe-${draft.node}`} recipe={draft.recipe} />}
    </Note>
  )
}
