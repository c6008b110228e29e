import type { HttpBindings } from '@hono/node-server'
import type { RequestIdVariables } from 'hono/request-id'
import type { TokenRecord } from './tokens/token-store.ts'

/** What Hono carries along with a request. */
export type Env = {
  Bindings: Partial<HttpBindings>
  Variables: RequestIdVariables & {
    /** Whose token let it in; behind `requireToken` only. */
    token: TokenRecord
  }
}
