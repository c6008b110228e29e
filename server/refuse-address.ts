import { randomUUID } from 'node:crypto'
import { RequestError } from '@hono/node-server'
import type { ErrorEnvelope } from '../shared/errors.ts'
import { HTTP_STATUS } from './http-status.ts'

/** The answer to a request whose Host or target is no address at all: the adapter gives up on it before the app. */
export const refuseAddress = (error: unknown): Response => {
  if (!(error instanceof RequestError)) throw error
  const envelope: ErrorEnvelope = {
    error: {
      code: 'forbidden_host',
      message: 'This address is not one of the proxy’s.',
      requestId: randomUUID(),
    },
  }
  return Response.json(envelope, {
    status: HTTP_STATUS.forbidden_host,
    headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' },
  })
}
