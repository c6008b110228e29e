import { createMiddleware } from 'hono/factory'
import { AppError } from '../../shared/errors.ts'

const LOCAL = /^(?:127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)*localhost)$/

/** Whether a Host header names this machine. A list of two, a user or an empty name does not. */
export const isLocalHost = (header: string): boolean => {
  const name = /^(\[[0-9a-f:]+\]|[^:@,\s/]+)(?::\d{1,5})?$/i.exec(header)?.[1]
  return name !== undefined && LOCAL.test(name.toLowerCase().replace(/\.$/, ''))
}

/**
 * Refuses requests that were addressed to another name. A web page can point a name of its own at 127.0.0.1 and read
 * the answers as its own (DNS rebinding); the Host header still carries that name.
 */
export const allowLocalHosts = () =>
  createMiddleware(async function allowLocalHosts(c, next) {
    if (!isLocalHost(c.req.header('host') ?? ''))
      throw new AppError('forbidden_host', 'This address is not one of the proxy’s.')
    await next()
  })
