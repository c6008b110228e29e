import type { Lab } from '../pixels/fit-background.ts'
import type { Check } from './check.ts'
import { OUR_THRESHOLD, trainedOf } from './check.ts'
import { commonGroup } from './common-group.ts'

/** Of all pieces that have an even one. */
const SHARE = 0.5
/** So close two backgrounds are the same one (ΔE). */
const SAME_COLOUR = 5

const distance = (one: Lab, other: Lab): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])

/** One background behind most of them. */
export const checkBackgrounds: Check = (input) => {
  const known = trainedOf(input).flatMap((piece) =>
    piece.look?.background ? [{ piece, colour: piece.look.background }] : [],
  )
  const isLike = (a: Lab, b: Lab) => distance(a, b) <= SAME_COLOUR
  const group = commonGroup(known, (a, b) => isLike(a.colour, b.colour), SHARE)
  if (group.length === 0) return []
  return [
    {
      code: 'same-background',
      level: 'warning',
      title: `${group.length} of ${known.length} pieces have the same background colour.`,
      why: 'What all pieces share is learned as the style: drafts would come on this background, whatever the brief says.',
      fix: 'Where that is what you want, leave it. Otherwise give some pieces another background, and name it in their captions.',
      source: `ArgentVASIMR’s LoRA guide: vary all but the style; ${OUR_THRESHOLD.toLowerCase()}`,
      pieces: group.map(({ piece }) => ({ piece })),
    },
  ]
}
