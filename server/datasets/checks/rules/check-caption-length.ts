import type { Check } from './check.ts'
import { OUR_THRESHOLD, countOf, findingOf, trainedOf } from './check.ts'

/** Words. */
const SHORTEST = 5
const LONGEST = 60

const wordsIn = (caption: string): number => caption.split(/\s+/).filter(Boolean).length

/** So short that it says nothing, or so long that the end of it is not read. */
export const checkCaptionLength: Check = (input) => {
  const odd = trainedOf(input).flatMap((piece) => {
    const words = wordsIn(piece.caption)
    return words > 0 && (words < SHORTEST || words > LONGEST)
      ? [{ piece, note: countOf(words, 'word') }]
      : []
  })
  return findingOf(odd, {
    code: 'caption-length',
    level: 'warning',
    title: `${countOf(odd.length, 'caption is', 'captions are')} very short or very long.`,
    why: 'A short caption leaves too much unnamed; of a long one, the end counts little.',
    fix: `Write ${SHORTEST} to ${LONGEST} words: who it is, hair, clothes, what they hold, the pose.`,
    source: OUR_THRESHOLD,
  })
}
