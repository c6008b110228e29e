import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { CallKind } from './call.ts'
import type { World } from './world.ts'

export type RequestContext = Context<{ Bindings: HttpBindings }>

/** One endpoint: what it is called in scripts and counts, where it is, and its answer. */
export type Route = {
  readonly kind: CallKind
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** True for what needs no token. */
  readonly open?: true
  readonly handle: (world: World, context: RequestContext) => Response | Promise<Response>
}

/** A body that is a JSON object; null for anything else. */
export const readBody = async (context: RequestContext): Promise<unknown> => {
  const text = await context.req.text()
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A part of the path; empty where the route has no such part. */
export const part = (context: RequestContext, name: string): string => context.req.param(name) ?? ''
