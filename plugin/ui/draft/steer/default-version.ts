import type { Recipe } from '../../../../shared/recipe.ts'
import type { Style } from '../../../../shared/style.ts'

/** The style's default version, where a draft was made with another one; null where there is nothing to choose. */
export const defaultInstead = (
  { version }: Pick<Recipe, 'version'>,
  style: Style | undefined,
): string | null => {
  const model = style?.model ?? null
  // A model without a version stands for each of its versions.
  const isSame = version === null || version === model || version.startsWith(`${model ?? ''}:`)
  return isSame ? null : model
}
