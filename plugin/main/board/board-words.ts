import type { BoardRole } from '../../../shared/board.ts'
import { describeMark } from '../../../shared/describe-mark.ts'
import type { Mark } from '../../../shared/mark.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import { captionOf, whatDiffers } from '../../../shared/what-differs.ts'
import { excerpt } from '../canvas/excerpt.ts'

const LINE_LIMIT = 60
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

/** What stands under each frame of a board: what it is, and for drafts only what sets them apart, a line for each. */
export const boardWords = (frames: readonly Captioned[]): readonly string[] => {
  const drafts = frames.filter(({ role, recipe }) => role === 'draft' && recipe !== null)
  const recipes = drafts.flatMap(({ recipe }) => (recipe === null ? [] : [recipe]))
  const differences = whatDiffers(recipes).map((ones) => ones.map((one) => captionOf([one])))
  return frames.map((frame) => {
    const { role, name, mark } = frame
    const isOnly = frames.filter((other) => other.role === role).length === 1
    const said =
      role === 'draft'
        ? (differences[drafts.indexOf(frame)] ?? [])
        : role === 'own' || !isOnly
          ? [excerpt(name, NAME_LIMIT)]
          : []
    const title = role === 'draft' || role === 'own' ? [] : [TITLES[role]]
    const lines = [...title, ...said].map((line) => excerpt(line, LINE_LIMIT)).filter(Boolean)
    return withMark(mark, lines.join('\n') || TITLES[role])
  })
}
