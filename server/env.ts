import type { HttpBindings } from '@hono/node-server'
import type { RequestIdVariables } from 'hono/request-id'

/** What Hono carries along with a request. */
export type Env = { Bindings: Partial<HttpBindings>; Variables: RequestIdVariables }
