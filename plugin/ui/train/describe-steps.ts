import { countOf } from '../words/count-of.ts'

/** What too few and too many steps do; the bounds are those of Flux LoRAs on 10 to 50 pieces. */
const riskOf = (steps: number): string => {
  if (steps < 800) return 'Few: a generic look, not yet the style.'
  if (steps <= 1800) return 'Enough to learn the style.'
  if (steps < 3000) return 'Many: drafts begin to repeat the pieces.'
  return 'Very many: drafts copy the pieces.'
}

const numberOf = (value: number): string => value.toLocaleString('en')

/** `12 images × 125 = 1,500`, and what so many steps risk. */
export const describeSteps = (steps: number, pieces: number): string =>
  pieces === 0
    ? riskOf(steps)
    : `${countOf(pieces, 'image')} × ${numberOf(Math.round(steps / pieces))} = ${numberOf(steps)}. ${riskOf(steps)}`
