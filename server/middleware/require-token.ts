import { createHash, timingSafeEqual } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { AppError } from '../../shared/errors.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Lets in whoever sends `Authorization: Bearer <token>`. Digests are compared, so that time tells nothing. */
export const requireToken = (token: string) => {
  const expected = digest(token)
  return createMiddleware(async function requireToken(c, next) {
    const [, given] = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (given === undefined || !timingSafeEqual(digest(given), expected)) {
      c.header('WWW-Authenticate', 'Bearer')
      throw new AppError(
        'unauthorized',
        'The proxy does not accept this token. Copy the one that it printed when it started.',
      )
    }
    await next()
  })
}
