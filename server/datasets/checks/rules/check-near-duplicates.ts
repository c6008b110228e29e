import type { AlikePieces, Check, CheckInput, FoundPiece } from './check.ts'
import { countOf, findingOf } from './check.ts'

const SOURCE = 'ArgentVASIMR’s LoRA guide: what is there twice is memorised; our threshold'

const foundOf = ({ pieces, alike }: CheckInput, kind: AlikePieces['kind']): FoundPiece[] =>
  alike
    .filter((pair) => pair.kind === kind)
    .flatMap(({ one, other, mirrored }) => {
      const [first, second] = [one, other].map((id) => pieces.find((piece) => piece.id === id))
      if (first === undefined || second === undefined) return []
      // Two that are both left out do no harm.
      if (first.use !== 'train' && second.use !== 'train') return []
      const left = first.use === 'train' ? second : first
      const note =
        left.use === 'held-out'
          ? `${mirrored ? 'A mirror image of' : 'Like'} ${first.name}, and one of them is held out: the exam would not be fair.`
          : `${mirrored ? 'A mirror image of' : 'Like'} ${first.name}.`
      return [{ piece: second, note, other: first }]
    })

/** The same picture twice, or nearly: also mirrored, cropped or moved. */
export const checkNearDuplicates: Check = (input) => {
  const [same, alike] = [foundOf(input, 'same'), foundOf(input, 'alike')]
  return [
    ...findingOf(same, {
      code: 'near-duplicate',
      level: 'blocking',
      title: `${countOf(same.length, 'piece is', 'pieces are')} the same picture as another one.`,
      why: 'What is there twice, also mirrored or cropped, is learned by heart and comes back in every draft.',
      fix: 'Take one of each pair out.',
      source: SOURCE,
    }),
    ...findingOf(alike, {
      code: 'near-duplicate',
      level: 'warning',
      title: `${countOf(alike.length, 'piece hardly differs', 'pieces hardly differ')} from another one.`,
      why: 'Pictures that share nearly everything weigh twice: their pose and clothes show up where nobody asked for them.',
      fix: 'Keep the better one of each pair, or keep both when what differs is what you want it to learn.',
      source: SOURCE,
    }),
  ]
}
