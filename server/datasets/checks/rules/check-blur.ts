import type { Check } from './check.ts'
import { OUR_THRESHOLD, countOf, findingOf, trainedOf } from './check.ts'

/**
 * From here on a drawing looks blurred: drawings at their own size have 0.22 to 0.27 and at 1.3 times 0.36 to 0.52; at 3
 * times, or blurred by 2 pixels, they have 0.49 to 0.76 (test/server/datasets/checks/pixels).
 */
const BLURRED = 0.56

/** Soft edges, wherever they come from. */
export const checkBlur: Check = (input) => {
  const blurred = trainedOf(input).filter(({ look }) => look !== null && look.blur > BLURRED)
  return findingOf(
    blurred.map((piece) => ({ piece })),
    {
      code: 'blur',
      level: 'warning',
      title: `${countOf(blurred.length, 'piece is', 'pieces are')} blurred.`,
      why: 'Soft edges are learned like everything else: drafts come out soft.',
      fix: 'Export it anew from the vectors, or from a larger picture.',
      source: OUR_THRESHOLD,
    },
  )
}
