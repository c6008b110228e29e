import type { Check } from './check.ts'
import { OUR_THRESHOLD, countOf, findingOf, trainedOf } from './check.ts'

/** The figurine goes on beyond the edge. */
export const checkCutOff: Check = (input) => {
  const cut = trainedOf(input).flatMap((piece) => {
    const touches = piece.look?.subject?.touches ?? []
    return touches.length > 0 ? [{ piece, note: `At the ${touches.join(' and ')}.` }] : []
  })
  return findingOf(cut, {
    code: 'cut-off',
    level: 'warning',
    title: `${countOf(cut.length, 'figurine touches', 'figurines touch')} the edge of the picture.`,
    why: 'Figurines that are cut off teach it to cut them off.',
    fix: 'Export it with some background around it.',
    source: OUR_THRESHOLD,
  })
}
