import type { Check, CheckedPiece } from './check.ts'
import { countOf, findingOf, trainedOf } from './check.ts'

const timesIn = (caption: string, trigger: string): number =>
  caption
    .toLowerCase()
    .split(/[^\w-]+/)
    .filter((word) => word === trigger.toLowerCase()).length

/** The style's trigger word, once in each caption. */
export const checkTrigger: Check = (input) => {
  const { trigger } = input.style
  if (trigger === '') return []
  const times = new Map<CheckedPiece, number>(
    trainedOf(input)
      .filter(({ caption }) => caption.trim() !== '')
      .map((piece) => [piece, timesIn(piece.caption, trigger)]),
  )
  const having = (is: (count: number) => boolean) =>
    [...times].filter(([, count]) => is(count)).map(([piece]) => ({ piece }))
  const [missing, doubled] = [having((count) => count === 0), having((count) => count > 1)]
  return [
    ...findingOf(missing, {
      code: 'trigger',
      level: 'blocking',
      title: `${countOf(missing.length, 'caption does', 'captions do')} not name ${trigger}.`,
      why: 'The trigger word is what calls the style: a picture without it teaches the model something else.',
      fix: `Write "a ${trigger} …" at the beginning.`,
      source:
        'ai-toolkit puts a missing one in front; doc.wavespeed.ai: not added where there are captions',
    }),
    ...findingOf(doubled, {
      code: 'trigger',
      level: 'warning',
      title: `${countOf(doubled.length, 'caption names', 'captions name')} ${trigger} more than once.`,
      why: 'Said twice, it weighs more here than in the other captions.',
      fix: 'Leave one of them.',
      source: 'Our threshold',
    }),
  ]
}
