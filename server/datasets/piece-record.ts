import * as v from 'valibot'
import type { PieceView } from '../../shared/contract/index.ts'
import { FileId, PieceId } from '../../shared/ids.ts'
import { pieceEntries, pieceName } from '../../shared/piece.ts'

/** What was written, as it is stored. */
const StoredPiece = v.object(pieceEntries)

/** A row of `pieces`. Times are milliseconds since 1970. */
export const PieceRecord = v.object({
  id: PieceId,
  number: v.number(),
  place: v.number(),
  revision: v.number(),
  changedAt: v.number(),
  removedAt: v.nullable(v.number()),
  pixels: FileId,
  bytes: v.number(),
  piece: v.pipe(v.string(), v.parseJson(), StoredPiece),
})
export type PieceRecord = v.InferOutput<typeof PieceRecord>

export const toPieceView = ({
  id,
  number,
  revision,
  changedAt,
  piece,
}: PieceRecord): PieceView => ({
  id,
  number,
  name: pieceName(number),
  ...piece,
  revision,
  changedAt: new Date(changedAt).toISOString(),
})
