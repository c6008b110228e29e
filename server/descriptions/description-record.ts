import * as v from 'valibot'
import { DescriberId, DescriptionRequest } from '../../shared/contract/index.ts'
import { JobError } from '../../shared/errors.ts'
import { DescriptionId } from '../../shared/ids.ts'
import { Json } from '../../shared/json.ts'
import { Cost } from '../../shared/recipe.ts'

/** What was settled when it came in. */
export const DescriptionPlan = v.object({
  engine: DescriberId,
  model: v.nullable(v.string()),
  price: Cost,
  /** What stands before the words; empty for a brief. */
  prefix: v.string(),
})
export type DescriptionPlan = v.InferOutput<typeof DescriptionPlan>

export const DescriptionProgress = v.variant('state', [
  v.object({ state: v.literal('queued') }),
  /** Asked for, and no answer yet. */
  v.object({ state: v.literal('starting'), dispatchedAt: v.number() }),
  v.object({ state: v.literal('running'), handle: Json }),
  v.object({ state: v.literal('succeeded'), text: v.string(), cost: Cost, handle: Json }),
  v.object({
    state: v.literal('failed'),
    error: JobError,
    cost: Cost,
    /** Absent where there was none, or where nobody knows. */
    handle: v.optional(Json),
  }),
])
export type DescriptionProgress = v.InferOutput<typeof DescriptionProgress>

const json = <T>(schema: v.GenericSchema<unknown, T>) => v.pipe(v.string(), v.parseJson(), schema)

/** A row of `descriptions`. Times are milliseconds since 1970. */
export const DescriptionRecord = v.object({
  id: DescriptionId,
  createdAt: v.number(),
  request: json(DescriptionRequest),
  plan: json(DescriptionPlan),
  progress: json(DescriptionProgress),
})
export type DescriptionRecord = v.InferOutput<typeof DescriptionRecord>
