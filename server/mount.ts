import type { Hono } from 'hono'
import * as v from 'valibot'
import type { Contract } from '../shared/contract/index.ts'
import { contract } from '../shared/contract/index.ts'
import type { Endpoint, Params, ParsedQuery, Response } from '../shared/http.ts'
import { parseRequest } from './parse-request.ts'
import type { Env } from './env.ts'
import { readJson } from './read-json.ts'

type ParsedBody<E extends Endpoint> = E extends {
  readonly body: infer S extends v.GenericSchema<unknown, unknown>
}
  ? v.InferOutput<S>
  : undefined

type Handler<E extends Endpoint> = (input: {
  readonly params: Params<E>
  readonly query: ParsedQuery<E>
  readonly body: ParsedBody<E>
  /** The name of the token that let it in. */
  readonly caller: string
}) => Response<E> | Promise<Response<E>>

/** What answers some of the contract's endpoints, by name. */
export type Handlers<K extends keyof Contract = keyof Contract> = {
  readonly [N in K]: Handler<Contract[N]>
}

type Input = {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly caller: string
}

/** `{id}` of OpenAPI as Hono's `:id`. */
const toPattern = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

const mountOne = (app: Hono<Env>, endpoint: Endpoint, handle: (input: Input) => unknown): void => {
  app.on(endpoint.method, toPattern(endpoint.path), async (c) => {
    const output = await handle({
      body:
        endpoint.body && parseRequest(endpoint.body, await readJson(c.req.raw, endpoint.bodyBytes)),
      params: endpoint.params && parseRequest(endpoint.params, c.req.param()),
      query: endpoint.query && parseRequest(endpoint.query, c.req.query()),
      caller: c.get('token').name,
    })
    return c.json(v.parse(endpoint.response, output), endpoint.status)
  })
}

/** Mounts every JSON endpoint of the contract: what comes in is parsed by its schemas, and so is what goes out. */
export const mount = (app: Hono<Env>, handlers: Handlers): void => {
  for (const name of Object.keys(contract) as (keyof Contract)[])
    // The map ties each handler to its endpoint; through a loop, TypeScript cannot follow that.
    mountOne(app, contract[name], handlers[name] as (input: Input) => unknown)
}
