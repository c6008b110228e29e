import type { Check } from './check.ts'
import { countOf, findingOf, trainedOf } from './check.ts'

/** Transparent parts that were filled when the picture came in. */
export const checkTransparency: Check = (input) => {
  const filled = trainedOf(input).filter(({ marks }) => marks.includes('flattened'))
  return findingOf(
    filled.map((piece) => ({ piece })),
    {
      code: 'transparency',
      level: 'warning',
      title: `${countOf(filled.length, 'piece had', 'pieces had')} transparent parts.`,
      why: 'A trainer has no transparency: those parts are white now.',
      fix: 'Export it with a background of its own where white is not what you want.',
      source: 'Our threshold: sRGB, 8 bits, no alpha',
    },
  )
}
