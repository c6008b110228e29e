import type * as v from 'valibot'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Schema = v.GenericSchema<unknown, unknown>

/** One JSON route: what goes in and what comes out, as schemas that both sides parse with. */
export type Endpoint = {
  readonly method: Method
  /** With parameters as `{name}`, like OpenAPI. */
  readonly path: string
  readonly summary: string
  readonly status: 200 | 201 | 202
  readonly params?: Schema
  /** Values arrive as text; the schema turns them into what they mean. */
  readonly query?: Schema
  readonly body?: Schema
  /** The largest body, in bytes; absent: 64 kB. */
  readonly bodyBytes?: number
  readonly response: Schema
}

export type Params<E extends Endpoint> = E extends { readonly params: infer S extends Schema }
  ? v.InferOutput<S>
  : undefined
export type Query<E extends Endpoint> = E extends { readonly query: infer S extends Schema }
  ? v.InferInput<S>
  : undefined
export type ParsedQuery<E extends Endpoint> = E extends { readonly query: infer S extends Schema }
  ? v.InferOutput<S>
  : undefined
export type Body<E extends Endpoint> = E extends { readonly body: infer S extends Schema }
  ? v.InferInput<S>
  : undefined
export type Response<E extends Endpoint> = v.InferOutput<E['response']>
