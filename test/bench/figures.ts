import * as v from 'valibot'

/** What one measurement found: named numbers, their unit at the end of the name. A figure that is missing fails the bench. */
export const Figures = v.record(v.string(), v.pipe(v.number(), v.finite()))
export type Figures = v.InferOutput<typeof Figures>

/** Work that went wrong has no time: a measurement throws as soon as anything did. */
export type Measurement = { readonly name: string; readonly measure: () => Promise<Figures> }
