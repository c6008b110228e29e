import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { ErrorEnvelope } from '../shared/errors.ts'
import { AppError } from '../shared/errors.ts'
import { toStorageError } from './db/storage-error.ts'
import type { Env } from './env.ts'
import { HTTP_STATUS } from './http-status.ts'
import type { Log } from './log.ts'
import { describeError } from './log.ts'

const INTERNAL = 'Something broke on the proxy. Try again; if it stays, restart the proxy.'

/** Turns an error into the one envelope. What is not an AppError is logged, and answered without its words. */
export const answerError = (log: Log) => (error: Error, c: Context<Env>) => {
  const cause = toStorageError(error)
  const known = cause instanceof AppError ? cause : new AppError('internal', INTERNAL)
  const requestId = c.get('requestId')
  const status = HTTP_STATUS[known.code]
  if (status >= 500)
    log.error(
      {
        requestId,
        method: c.req.method,
        route: routePath(c),
        status,
        code: known.code,
        error: describeError(error),
      },
      'A request failed',
    )
  // A refused Host ends before the CORS middleware; its words are for the panel all the same.
  c.header('Access-Control-Allow-Origin', '*')
  const { code, message, details } = known
  const envelope: ErrorEnvelope = {
    error: { code, message, ...(details && { details }), requestId },
  }
  return c.json(envelope, status)
}
