import type { Recipe } from '../../../../shared/recipe.ts'
import type { Layer } from '../../../../shared/selection.ts'

/** The recipes of the drafts among layers, each picture once: a copy on a board is the same picture. */
export const recipesOf = (layers: readonly Layer[]): readonly Recipe[] => [
  ...new Map(
    layers.flatMap(({ recipe }) =>
      recipe === null ? [] : [[`${recipe.job}/${recipe.index}`, recipe] as const],
    ),
  ).values(),
]
