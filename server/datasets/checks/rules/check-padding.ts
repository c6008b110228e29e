import type { Check } from './check.ts'
import { OUR_THRESHOLD, countOf, findingOf, trainedOf } from './check.ts'
import { percent } from './percent.ts'

/** Of the picture. */
const PADDING = 0.35

/** Much that was added around the picture. */
export const checkPadding: Check = (input) => {
  const padded = trainedOf(input).filter(({ padding }) => padding > PADDING)
  return findingOf(
    padded.map((piece) => ({ piece, note: `${percent(piece.padding)} of it is padding.` })),
    {
      code: 'padding',
      level: 'warning',
      title: `${countOf(padded.length, 'piece is', 'pieces are')} padded a lot.`,
      why: 'Padding has nothing to learn from, and the figurine gets fewer pixels.',
      fix: 'Crop it closer to a square, or use a frame that is one.',
      source: OUR_THRESHOLD,
    },
  )
}
