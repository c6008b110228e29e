import type { PieceView } from '../../../shared/contract/dataset-routes.ts'
import type { PieceFacts } from '../../../shared/dataset-procedures.ts'
import type { PieceChoices } from '../../../shared/piece-memory.ts'
import { DEFAULT_CHOICES } from '../../../shared/piece-memory.ts'
import { GENERATED_LIMIT } from '../../../shared/training.ts'

/** What is known of a layer that can become a piece. */
export type Known = {
  readonly facts: PieceFacts
  /** How much of it was generated, from 0 to 1. */
  readonly share: number
}

/** A selected layer that becomes a piece. */
export type Candidate = {
  readonly node: string
  readonly name: string
  /** Null while it is looked at. */
  readonly known: Known | null
  /** The piece that it was exported as, of this dataset. */
  readonly piece: PieceView | null
}

/** Another one is another preview. */
export const previewKey = ({ node, known }: Candidate): string =>
  `${node} ${known?.facts.content ?? ''}`

export type Standing =
  | { readonly kind: 'looking' }
  /** It is not exported, for this reason. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'new' }
  /** The newest dataset version that has it as it was; null when none does. */
  | { readonly kind: 'changed'; readonly since: number | null }
  | { readonly kind: 'in-sync' }

export const choicesOf = ({ known }: Candidate): PieceChoices => {
  const { fit, keep, consent, trainAnyway } = known?.facts.memory ?? DEFAULT_CHOICES
  return { fit, keep, consent, trainAnyway }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

const whyRefused = (
  { facts, share }: Known,
  { consent, trainAnyway }: PieceChoices,
): string | null => {
  if (facts.problem !== null) return facts.problem
  if (consent === 'do-not-train') return 'It is marked “do not train”.'
  return share > GENERATED_LIMIT && !trainAnyway
    ? `${percent(share)} of it is a generated picture: a style must not learn from itself.`
    : null
}

/** How a layer stands to the dataset. `versionOf` says which version was the last to hold a piece. */
export const standingOf = (
  candidate: Candidate,
  versionOf: (piece: PieceView) => number | null,
): Standing => {
  const { known, piece } = candidate
  if (known === null) return { kind: 'looking' }
  const why = whyRefused(known, choicesOf(candidate))
  if (why !== null) return { kind: 'refused', why }
  if (piece === null) return { kind: 'new' }
  const exported = known.facts.memory?.exported.find((one) => one.piece === piece.id)
  return exported?.content === known.facts.content
    ? { kind: 'in-sync' }
    : { kind: 'changed', since: versionOf(piece) }
}

export const describeStanding = (standing: Standing): string => {
  switch (standing.kind) {
    case 'looking':
      return 'Looking at it'
    case 'refused':
      return standing.why
    case 'new':
      return 'Never exported'
    case 'changed':
      return standing.since === null
        ? 'Changed since its export'
        : `Changed since v${standing.since}`
    case 'in-sync':
      return 'In sync'
  }
}
