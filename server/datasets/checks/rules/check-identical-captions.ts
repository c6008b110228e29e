import type { Check, CheckedPiece } from './check.ts'
import { OUR_THRESHOLD, countOf, findingOf, trainedOf } from './check.ts'

/** Of all captions. */
const IDENTICAL = 0.2

const plain = (caption: string): string => caption.trim().replace(/\s+/g, ' ').toLowerCase()

/** The same caption for several pictures. */
export const checkIdenticalCaptions: Check = (input) => {
  const trained = trainedOf(input)
  const byCaption = new Map<string, CheckedPiece[]>()
  for (const piece of trained) {
    const caption = plain(piece.caption)
    if (caption !== '') byCaption.set(caption, [...(byCaption.get(caption) ?? []), piece])
  }
  const groups = [...byCaption.values()].filter((group) => group.length > 1)
  const identical = groups.flatMap((group) =>
    group.map((piece) => ({
      piece,
      note: `Same as ${group.find((other) => other !== piece)?.name ?? ''}`,
    })),
  )
  if (identical.length <= IDENTICAL * trained.length) return []
  return findingOf(identical, {
    code: 'identical-captions',
    level: 'warning',
    title: `${countOf(identical.length, 'piece')} share a caption with another one.`,
    why: 'What sets two pictures apart cannot be learned when their captions are the same.',
    fix: 'Say in each what only this one has.',
    source: `civitai 7203: describe what varies; ${OUR_THRESHOLD.toLowerCase()}`,
  })
}
