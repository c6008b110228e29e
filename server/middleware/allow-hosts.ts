import { createMiddleware } from 'hono/factory'
import { AppError } from '../../shared/errors.ts'

const LOCAL = /^(?:127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)*localhost)$/

/** The name in `name` or `name:port`, in lower case; null for a list of two, a user or an empty name. */
const nameOf = (host: string): string | null =>
  /^(\[[0-9a-f:]+\]|[^:@,\s/]+)(?::\d{1,5})?$/i.exec(host)?.[1]?.toLowerCase() ?? null

/**
 * Refuses requests that were addressed to another name than this machine's or the public one. A web page can point a
 * name of its own at the proxy and read the answers as its own (DNS rebinding); the Host header still carries that name,
 * and so does a target that is a whole address (RFC 9112, 3.2.2).
 */
export const allowHosts = (publicUrl: string | null) => {
  const publicName = publicUrl === null ? null : new URL(publicUrl).hostname
  const isOurs = (host: string): boolean => {
    const name = nameOf(host)?.replace(/\.$/, '') ?? null
    return name !== null && (name === publicName || LOCAL.test(name))
  }
  return createMiddleware(async function allowHosts(c, next) {
    if (!isOurs(c.req.header('host') ?? '') || !isOurs(new URL(c.req.url).host))
      throw new AppError('forbidden_host', 'This address is not one of the proxy’s.')
    await next()
  })
}
