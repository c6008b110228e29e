import type { BoardRole } from '../../../../shared/board.ts'
import { BoardRole as Roles } from '../../../../shared/board.ts'
import { countOf } from '../../words/count-of.ts'

const WORDS: Readonly<Record<BoardRole, string>> = {
  reference: 'reference',
  draft: 'draft',
  own: 'other frame',
  finished: 'finished piece',
}

/** `1 reference · 4 drafts · 1 finished piece`, and how many of the selection are none of these. */
export const describeLayers = (
  count: number,
  layers: readonly { readonly role: BoardRole }[],
): string => {
  const counts = Roles.options.map((role) => ({
    role,
    number: layers.filter((layer) => layer.role === role).length,
  }))
  const rest = count - layers.length
  return [
    ...counts
      .filter(({ number }) => number > 0)
      .map(({ role, number }) => countOf(number, WORDS[role])),
    ...(rest > 0 ? [`${rest} that cannot be compared`] : []),
  ].join(' · ')
}
