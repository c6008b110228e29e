import type { Check, FoundPiece } from './check.ts'
import { countOf, findingOf, trainedOf } from './check.ts'

/** What was sent as a customer's photo, or looks like it. */
export const checkCustomerPhoto: Check = (input) => {
  const trained = new Map(trainedOf(input).map((piece) => [piece.id, piece]))
  const shown = (isWanted: (use: string) => boolean): FoundPiece[] =>
    input.references
      .filter(({ use }) => isWanted(use))
      .flatMap(({ piece: id, kind }) => {
        const piece = trained.get(id)
        return piece === undefined
          ? []
          : [{ piece, note: kind === 'same' ? 'It is that picture.' : 'It is hardly another one.' }]
      })
  const words = {
    code: 'customer-photo',
    why: 'A person’s photo in a training can come back in other people’s drafts.',
    fix: 'Take it out. Train on finished figurines only.',
    source: 'Privacy; our threshold',
  } as const
  const [photos, guides] = [shown((use) => use !== 'follow'), shown((use) => use === 'follow')]
  return [
    ...findingOf(photos, {
      ...words,
      level: 'blocking',
      title: `${countOf(photos.length, 'piece shows', 'pieces show')} a reference photo.`,
    }),
    ...findingOf(guides, {
      ...words,
      level: 'warning',
      title: `${countOf(guides.length, 'piece shows', 'pieces show')} a picture that a draft followed.`,
      fix: 'Where it is a customer’s picture, take it out; where it is your own work, leave it.',
    }),
  ]
}
