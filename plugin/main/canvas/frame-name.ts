import type { Recipe } from '../../../shared/recipe.ts'
import { excerpt } from './excerpt.ts'
import type { PlaceholderData } from './node-data.ts'

const LIMIT = 40

/** What a placeholder is called until she calls it something else. */
export const placeholderName = ({
  brief,
  failure,
}: Pick<PlaceholderData, 'brief' | 'failure'>): string =>
  `${excerpt(brief, LIMIT)} · ${failure === null ? 'drafting' : 'failed'}`

/** A sample says that it is one wherever it is seen. */
export const draftName = ({
  brief,
  settings,
  engine,
}: Pick<Recipe, 'brief' | 'settings' | 'engine'>): string =>
  `${excerpt(brief, LIMIT)} · seed ${settings.seed}${engine === 'sample' ? ' · sample' : ''}`
