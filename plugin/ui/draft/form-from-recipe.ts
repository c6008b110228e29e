import type { DraftForm } from '../../../shared/draft-form.ts'
import type { DocumentId } from '../../../shared/ids.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import type { Style } from '../../../shared/style.ts'

/**
 * "Use these settings": a recipe as changes of the form. The version is followed as "current" where it still is.
 * A seed that is not wanted leaves the form's own as it is. A picture that followed a reference has its shape.
 */
export const formFromRecipe = (
  recipe: Recipe,
  document: DocumentId,
  styles: readonly Style[],
  withSeed: boolean,
): Partial<DraftForm> => {
  const { aspectRatio, format, steps, guidance, loraScale, seed } = recipe.settings
  const current = styles.find(({ id }) => id === recipe.style.id)?.model ?? null
  return {
    brief: recipe.brief,
    style: recipe.style.id,
    version: recipe.version === current ? null : recipe.version,
    engine: recipe.engine,
    aspectRatio,
    format,
    steps,
    guidance,
    loraScale,
    reference: recipe.reference && {
      ...recipe.reference,
      document,
      name: 'Reference of this draft',
      width: recipe.width,
      height: recipe.height,
      on: true,
    },
    ...(withSeed && { seed: { locked: true, value: seed } }),
  }
}
