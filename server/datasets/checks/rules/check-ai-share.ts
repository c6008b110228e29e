import type { Check } from './check.ts'
import { OUR_THRESHOLD, countOf, findingOf, trainedOf } from './check.ts'

/** Of what can be seen. */
const AI_SHARE = 0.05

/** Too much of it was drawn by a model. */
export const checkAiShare: Check = (input) => {
  const drawn = trainedOf(input).filter(({ aiShare }) => aiShare > AI_SHARE)
  return findingOf(
    drawn.map((piece) => ({
      piece,
      note: `${Math.ceil(piece.aiShare * 100)} % of it is a generated picture.`,
    })),
    {
      code: 'ai-share',
      level: 'blocking',
      title: `${countOf(drawn.length, 'piece shows', 'pieces show')} a generated picture.`,
      why: 'A model that learns from its own drafts learns its own mistakes, and less of your hand each time.',
      fix: 'Hide the draft in the frame and export it again.',
      source: OUR_THRESHOLD,
    },
  )
}
