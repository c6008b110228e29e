import * as v from 'valibot'

/**
 * Replicate's answers, as far as they are used here (its OpenAPI document 1.0.0-a1). Extra names are left alone, and
 * what a run can be followed without may look as it likes: a run that is paid is not given up over its statistics.
 */

export const WireVersion = v.object({
  id: v.string(),
  openapi_schema: v.nullish(v.record(v.string(), v.unknown())),
})
export type WireVersion = v.InferOutput<typeof WireVersion>

export const WireModel = v.object({
  owner: v.string(),
  name: v.string(),
  /** Official models run by name, without a version, at a price for each picture. */
  is_official: v.optional(v.boolean(), false),
  latest_version: v.nullish(WireVersion),
})
export type WireModel = v.InferOutput<typeof WireModel>

export const WirePrediction = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,64}$/i)),
  /** `owner/name`. */
  model: v.optional(v.string(), ''),
  /** 64 hex digits, or `hidden` for an official model. */
  version: v.nullish(v.string()),
  input: v.fallback(v.nullish(v.record(v.string(), v.unknown())), null),
  output: v.optional(v.unknown()),
  data_removed: v.fallback(v.optional(v.boolean(), false), false),
  error: v.nullish(v.unknown()),
  /** `starting`, `processing`, `succeeded`, `failed`, `canceled`, `aborted`, or one that is new to us. */
  status: v.string(),
  created_at: v.string(),
  started_at: v.nullish(v.string()),
  completed_at: v.nullish(v.string()),
  logs: v.fallback(v.nullish(v.string()), null),
  metrics: v.fallback(v.nullish(v.object({ predict_time: v.optional(v.number()) })), null),
})
export type WirePrediction = v.InferOutput<typeof WirePrediction>

export const WirePage = v.object({
  /** An absolute address, or null on the last page. */
  next: v.nullish(v.string()),
  results: v.array(v.unknown()),
})
