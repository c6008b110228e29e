import type { Check } from './check.ts'
import { countOf, findingOf, trainedOf } from './check.ts'

/** Times. */
const ENLARGED = 1.5

/** Made larger than it was drawn. */
export const checkEnlarged: Check = (input) => {
  const enlarged = trainedOf(input).filter((piece) => piece.enlarged > ENLARGED)
  return findingOf(
    enlarged.map((piece) => ({ piece, note: `Made ${piece.enlarged.toFixed(1)} times larger.` })),
    {
      code: 'enlarged',
      level: 'warning',
      title: `${countOf(enlarged.length, 'piece was', 'pieces were')} made much larger than drawn.`,
      why: 'A picture of few pixels has no detail at this size; the trainer itself never enlarges one.',
      fix: 'Use a larger original where there is one.',
      source: 'ai-toolkit: pictures are never made larger; our threshold',
    },
  )
}
