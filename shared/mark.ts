import * as v from 'valibot'

/** Why a draft is not the one, in the order of its keys. */
export const RejectReason = v.picklist(['face', 'hands', 'extra', 'off-style', 'clay', 'other'])
export type RejectReason = v.InferOutput<typeof RejectReason>

/** What she thinks of a draft. */
export const Mark = v.variant('kind', [
  v.object({ kind: v.literal('star') }),
  v.object({ kind: v.literal('reject'), reason: RejectReason }),
])
export type Mark = v.InferOutput<typeof Mark>
