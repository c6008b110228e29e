import * as v from 'valibot'
import { PieceId, StyleId } from './ids.ts'
import { Consent } from './piece.ts'
import { NodeId } from './picture-ref.ts'
import { Fit } from './training.ts'

/** What she decided about a layer as a training picture. */
export const PieceChoices = v.object({
  fit: Fit,
  /** Layers that stay in, though the switches would leave them out. */
  keep: v.array(NodeId),
  consent: Consent,
  /** It may show more of generated pictures than the limit. */
  trainAnyway: v.boolean(),
})
export type PieceChoices = v.InferOutput<typeof PieceChoices>

export const DEFAULT_CHOICES: PieceChoices = {
  fit: 'whole',
  keep: [],
  consent: 'own-work',
  trainAnyway: false,
}

/** Which piece a layer was exported as, by style, and as what: see content-hash. */
export const Exported = v.object({ style: StyleId, piece: PieceId, content: v.string() })
export type Exported = v.InferOutput<typeof Exported>

/** What a layer remembers about its training pictures. */
export const PieceMemory = v.object({ ...PieceChoices.entries, exported: v.array(Exported) })
export type PieceMemory = v.InferOutput<typeof PieceMemory>
