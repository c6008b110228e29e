import type { Check } from './check.ts'
import { countOf, trainedOf } from './check.ts'

/** Fewer teach nothing; fewer than the second are copied rather than learned from. */
const LEAST = 5
const GOOD = 15

/** How many pieces there are, and what would help most. */
export const checkCount: Check = (input) => {
  const count = trainedOf(input).length
  if (count >= GOOD) return []
  const isTooFew = count < LEAST
  const missing = (isTooFew ? LEAST : GOOD) - count
  return [
    {
      code: 'count',
      level: isTooFew ? 'blocking' : 'warning',
      title: `${countOf(count, 'piece')} to train on.`,
      why: isTooFew
        ? 'From so few pictures a model learns to copy them, not to draw in their style.'
        : 'A style is learned better from 15 pieces and more; from few, it repeats what they have in common.',
      fix: `Add ${missing} or more that differ: other people, clothes, poses and views.`,
      source: `${isTooFew ? 'docs.bfl.ml asks for more than 5' : 'neuraldrift.io: 15 to 50'}; our threshold`,
      pieces: [],
    },
  ]
}
