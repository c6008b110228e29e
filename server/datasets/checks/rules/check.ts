import * as v from 'valibot'
import type { CheckResult } from '../../../../shared/contract/index.ts'
import { FrozenPiece } from '../../../../shared/contract/index.ts'
import { Reference } from '../../../../shared/generate-request.ts'
import { PieceId } from '../../../../shared/ids.ts'
import { Look } from '../pixels/look.ts'
import { FoundTexts } from '../text-detector.ts'

/** A piece with what was found in its picture. */
export const CheckedPiece = v.object({
  ...FrozenPiece.entries,
  /** Null while nobody has looked, or where nobody can. */
  look: v.nullable(Look),
  /** Of each detector that has looked. */
  texts: v.array(FoundTexts),
})
export type CheckedPiece = v.InferOutput<typeof CheckedPiece>

const Kind = v.picklist(['same', 'alike'])

/** Two pieces that show the same, or hardly anything else. */
const AlikePieces = v.object({ one: PieceId, other: PieceId, kind: Kind, mirrored: v.boolean() })
export type AlikePieces = v.InferOutput<typeof AlikePieces>

/** A piece that shows what steered a job. */
const ShownReference = v.object({ piece: PieceId, kind: Kind, use: Reference.entries.use })
export type ShownReference = v.InferOutput<typeof ShownReference>

/** All that the checks know. */
export const CheckInput = v.object({
  style: v.object({ trigger: v.string(), template: v.string() }),
  /** All of them, in their order; what is to be trained on is `train`. */
  pieces: v.array(CheckedPiece),
  alike: v.array(AlikePieces),
  references: v.array(ShownReference),
})
export type CheckInput = v.InferOutput<typeof CheckInput>

export type FoundPiece = {
  readonly piece: CheckedPiece
  readonly note?: string
  readonly other?: CheckedPiece
}

/** A result before anybody is asked whether it may stay. */
export type Finding = Pick<CheckResult, 'code' | 'level' | 'title' | 'why' | 'fix' | 'source'> & {
  readonly pieces: readonly FoundPiece[]
}

/** One rule. It sees everything and changes nothing; no finding: all is well. */
export type Check = (input: CheckInput) => readonly Finding[]

export const OUR_THRESHOLD = 'Our threshold'

export const trainedOf = ({ pieces }: Pick<CheckInput, 'pieces'>): CheckedPiece[] =>
  pieces.filter(({ use }) => use === 'train')

/** A finding about some pieces, or none where there is no such piece. */
export const findingOf = (
  pieces: readonly FoundPiece[],
  words: Omit<Finding, 'pieces'>,
): readonly Finding[] => (pieces.length === 0 ? [] : [{ ...words, pieces }])

/** `1 piece`, `3 pieces`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
