import * as v from 'valibot'

/** Plain JSON, as an engine's handle is stored. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export const Json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([
    v.string(),
    v.pipe(v.number(), v.finite()),
    v.boolean(),
    v.null(),
    v.array(Json),
    v.record(v.string(), Json),
  ]),
)
