import { KeyButton } from '../components/key-button.tsx'
import { Note } from '../components/note.tsx'
import { versionOf } from '../../../shared/version-of.ts'
import { usePanel } from '../panel-context.ts'
import { DraftJudgement } from '../train/exam/draft-judgement.tsx'
import { useSignal } from '../use-signal.ts'
import { RecipeDetails } from './recipe-details.tsx'
import { SelectedPlaceholder } from './selected-placeholder.tsx'
import { AskedNote } from './steer/asked-note.tsx'
import { defaultInstead } from './steer/default-version.ts'
import { MarkRow } from './steer/mark-row.tsx'
import { recipesOf } from './steer/recipes-of.ts'
import { StepButtons } from './steer/step-buttons.tsx'
import { VersionChoice } from './steer/version-choice.tsx'

/** The selected drafts: what she thinks of them, and for one alone the ways on and its recipe. */
export const SelectedDraft = () => {
  const { panel, drafting } = usePanel()
  /** The draft that goes on with the default version instead of its own. */
  const renewed = useSignal<string | null>(null)
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
  const isSecret = panel.secret.value.has(recipe.job)
  const style = panel.proxy.status.value?.styles.find(({ id }) => id === recipe.style.id)
  const instead = isSecret ? null : defaultInstead(recipe, style)
  const next = instead !== null && renewed.value === node ? { ...recipe, version: instead } : recipe
  const origin =
    style && recipe.version !== null ? versionOf(style, recipe.version)?.origin : undefined
  const follow = () => panel.attempt(() => drafting.references.choose({ node, name }))
  return (
    <Note tone="plain" title="Selected draft">
      <div class="clamped" dir="auto">
        {recipe.brief}
      </div>
      <div class="quiet">Seed {recipe.settings.seed}</div>
      <AskedNote node={node} recipe={next} />
      <MarkRow key={`mark-${node}`} layers={drafts}>
        <KeyButton hotkey="R" onClick={follow}>
          Use as reference
        </KeyButton>
      </MarkRow>
      <StepButtons key={`steps-${node}`} node={node} recipe={next} />
      {style && instead !== null && recipe.version !== null && (
        <VersionChoice
          style={style}
          own={recipe.version}
          instead={instead}
          usesDefault={renewed.value === node}
          onChange={(usesDefault) => (renewed.value = usesDefault ? node : null)}
        />
      )}
      {!isSecret && (
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
      {origin?.type === 'training' && !isSecret && (
        <DraftJudgement key={`judged-${node}`} origin={origin} file={recipe.file} />
      )}
    </Note>
  )
}
