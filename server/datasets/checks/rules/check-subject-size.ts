import type { Check } from './check.ts'
import { OUR_THRESHOLD, countOf, findingOf, trainedOf } from './check.ts'
import { percent } from './percent.ts'

/** How much of the picture the figurine covers. */
const SMALLEST = 0.08
const LARGEST = 0.85

/** A figurine that is lost in the picture, or fills it. */
export const checkSubjectSize: Check = (input) => {
  const odd = trainedOf(input).flatMap((piece) => {
    const area = piece.look?.subject?.area
    return area !== undefined && (area < SMALLEST || area > LARGEST)
      ? [{ piece, note: `It covers ${percent(area)} of the picture.` }]
      : []
  })
  return findingOf(odd, {
    code: 'subject-size',
    level: 'warning',
    title: `${countOf(odd.length, 'figurine is', 'figurines are')} very small or very large in the picture.`,
    why: 'A small one shows no detail, and one that fills the picture has no outline.',
    fix: `Let it cover ${percent(SMALLEST)} to ${percent(LARGEST)} of the picture.`,
    source: OUR_THRESHOLD,
  })
}
