import type { BoardRole } from '../../../shared/board.ts'
import { describeMark } from '../../../shared/describe-mark.ts'
import type { Mark } from '../../../shared/mark.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import { captionOf, whatDiffers } from '../../../shared/what-differs.ts'
import { excerpt } from '../canvas/excerpt.ts'

const LIMIT = 90
const NAME_LIMIT = 40
const TITLES = {
  reference: 'Reference',
  draft: 'Draft',
  own: 'Frame',
  finished: 'Finished',
} as const

export type Captioned = {
  readonly role: BoardRole
  readonly name: string
  readonly recipe: Recipe | null
  readonly mark: Mark | null
}

/** A star in front, for it is short; the reason of a reject in a line of its own. */
const withMark = (mark: Mark | null, words: string): string =>
  mark === null ? words : `${describeMark(mark)}${mark.kind === 'star' ? ' ' : '\n'}${words}`

/** What stands under each frame of a board: what it is, and for drafts only what sets them apart. */
export const boardWords = (frames: readonly Captioned[]): readonly string[] => {
  const drafts = frames.filter(({ role, recipe }) => role === 'draft' && recipe !== null)
  const recipes = drafts.flatMap(({ recipe }) => (recipe === null ? [] : [recipe]))
  const differences = whatDiffers(recipes).map(captionOf)
  return frames.map((frame) => {
    const { role, name, mark } = frame
    const isOnly = frames.filter((other) => other.role === role).length === 1
    const said =
      role === 'draft'
        ? (differences[drafts.indexOf(frame)] ?? '')
        : role === 'own' || !isOnly
          ? excerpt(name, NAME_LIMIT)
          : ''
    const title = role === 'draft' || role === 'own' ? '' : TITLES[role]
    const words = [title, said].filter((one) => one !== '').join(' · ')
    return withMark(mark, excerpt(words, LIMIT) || TITLES[role])
  })
}
