import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { FrozenPiece } from '../../shared/contract/index.ts'
import { FileId, StyleId } from '../../shared/ids.ts'
import { pieceName } from '../../shared/piece.ts'
import type { PieceRecord } from './piece-record.ts'

/** A piece as it was frozen, with the size of its file. */
const StoredPiece = v.object({ ...FrozenPiece.entries, bytes: v.number() })
export type StoredPiece = v.InferOutput<typeof StoredPiece>

/** What a dataset version holds, as it is stored. */
export const FrozenVersion = v.object({
  style: StyleId,
  frozenBy: v.string(),
  pieces: v.array(StoredPiece),
})
export type FrozenVersion = v.InferOutput<typeof FrozenVersion>

const useOf = ({ piece: { heldOut, consent } }: PieceRecord): StoredPiece['use'] =>
  heldOut ? 'held-out' : consent === 'do-not-train' ? 'no-consent' : 'train'

export const freezePiece = (record: PieceRecord): StoredPiece => {
  const { id, number, pixels, bytes, piece } = record
  return { id, number, name: pieceName(number), ...piece, pixels, bytes, use: useOf(record) }
}

/** The SHA-256 over what a version is: the names, uses, pixels and captions of its pieces, in their order. */
export const hashOf = (pieces: readonly StoredPiece[]): FileId => {
  const content = pieces.map(({ name, use, pixels, caption }) => [name, use, pixels, caption])
  return v.parse(FileId, createHash('sha256').update(JSON.stringify(content)).digest('hex'))
}
