import { KeyButton } from '../components/key-button.tsx'
import { Note } from '../components/note.tsx'
import { usePanel } from '../panel-context.ts'
import { RecipeDetails } from './recipe-details.tsx'
import { SelectedPlaceholder } from './selected-placeholder.tsx'
import { AskedNote } from './steer/asked-note.tsx'
import { MarkRow } from './steer/mark-row.tsx'
import { recipesOf } from './steer/recipes-of.ts'
import { StepButtons } from './steer/step-buttons.tsx'

/** The selected drafts: what she thinks of them, and for one alone the ways on and its recipe. */
export const SelectedDraft = () => {
  const { panel, drafting } = usePanel()
  const { count, layers, placeholder } = panel.selection.value
  if (placeholder !== null) return <SelectedPlaceholder placeholder={placeholder} />
  const drafts = layers.filter(({ recipe }) => recipe !== null)
  const [draft] = drafts
  if (draft?.recipe == null) return null
  if (count > 1)
    return (
      <Note tone="plain" title={`${recipesOf(drafts).length} drafts selected`}>
        <MarkRow layers={drafts} />
      </Note>
    )
  const { node, name, recipe } = draft
  const follow = () => panel.attempt(() => drafting.references.choose({ node, name }))
  return (
    <Note tone="plain" title="Selected draft">
      <div class="clamped" dir="auto">
        {recipe.brief}
      </div>
      <div class="quiet">Seed {recipe.settings.seed}</div>
      <AskedNote node={node} recipe={recipe} />
      <MarkRow key={`mark-${node}`} layers={drafts}>
        <KeyButton hotkey="R" onClick={follow}>
          Use as reference
        </KeyButton>
      </MarkRow>
      <StepButtons key={`steps-${node}`} node={node} recipe={recipe} />
      {!panel.secret.value.has(recipe.job) && (
        <div class="actions">
          <button class="link" onClick={() => drafting.useRecipe(recipe, false)}>
            Use these settings
          </button>
          <button class="link" onClick={() => drafting.useRecipe(recipe, true)}>
            …with this seed
          </button>
        </div>
      )}
      <RecipeDetails recipe={recipe} />
    </Note>
  )
}
