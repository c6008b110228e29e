import type { DatasetDiff } from '../../shared/contract/index.ts'
import type { PieceId } from '../../shared/ids.ts'
import type { StoredPiece } from './frozen-version.ts'

type Changes = Omit<DatasetDiff, 'from' | 'to'>

const named = (pieces: readonly StoredPiece[]) => pieces.map(({ id, name }) => ({ id, name }))
const byId = (pieces: readonly StoredPiece[]) => new Map(pieces.map((piece) => [piece.id, piece]))

/** What changed from some pieces to others, piece by piece; two files with the same pixels are no change. */
export const diffPieces = (
  before: readonly StoredPiece[],
  after: readonly StoredPiece[],
): Changes => {
  const [old, now] = [byId(before), byId(after)]
  const changed = (differs: (a: StoredPiece, b: StoredPiece) => boolean) =>
    named(
      after.filter((piece) => {
        const was = old.get(piece.id)
        return was !== undefined && differs(was, piece)
      }),
    )
  const inBoth = (pieces: readonly StoredPiece[]): PieceId[] =>
    pieces.map(({ id }) => id).filter((id) => old.has(id) && now.has(id))
  return {
    added: named(after.filter(({ id }) => !old.has(id))),
    removed: named(before.filter(({ id }) => !now.has(id))),
    changedPicture: changed((a, b) => a.pixels !== b.pixels),
    changedCaption: changed((a, b) => a.caption !== b.caption),
    changedUse: changed((a, b) => a.use !== b.use),
    reordered: inBoth(before).join() !== inBoth(after).join(),
  }
}

/** Those to train on that were not trained on before as they are now. */
export const newSince = (
  before: readonly StoredPiece[],
  after: readonly StoredPiece[],
): StoredPiece[] => {
  const old = byId(before)
  return after.filter((piece) => {
    const was = old.get(piece.id)
    return (
      was === undefined ||
      was.use !== piece.use ||
      was.pixels !== piece.pixels ||
      was.caption !== piece.caption
    )
  })
}
