import type { Recipe } from '../../../shared/recipe.ts'
import type { Style } from '../../../shared/style.ts'
import { formatPrice } from '../words/format-price.ts'
import { versionName } from './describe-version.ts'
import { freedomOf } from './reference/freedom-of.ts'

const USES = { follow: 'Drawn over', likeness: 'Likeness', describe: 'Described' } as const

const HIDDEN = 'Hidden until you have chosen'

/** A recipe as names and values, in the order in which they matter to her. The prompt is left out: it is long. */
export const recipeFacts = (
  recipe: Recipe,
  engineLabel: string,
  versions: Style['versions'],
  /** She is not to know yet which version it is, nor what would tell her. */
  isSecret: boolean,
): readonly (readonly [string, string])[] => {
  const { settings, reference } = recipe
  return [
    ['Style', recipe.style.name],
    ...(recipe.version === null
      ? []
      : [['Version', isSecret ? HIDDEN : versionName(recipe.version, versions)] as const]),
    ['Engine', engineLabel],
    ['Size', `${recipe.width} × ${recipe.height} ${settings.format.toUpperCase()}`],
    ['Seed', String(settings.seed)],
    ['LoRA strength', String(settings.loraScale)],
    ['Guidance', String(settings.guidance)],
    ['Steps', String(settings.steps)],
    ...(reference === null
      ? []
      : [['Reference', `${USES[reference.use]}, ${freedomOf(reference.strength)}`] as const]),
    ['Made', new Date(recipe.createdAt).toLocaleString()],
    ...(recipe.cost === null || isSecret ? [] : [['Cost', formatPrice(recipe.cost)] as const]),
  ]
}
