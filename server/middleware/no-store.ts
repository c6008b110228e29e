import { createMiddleware } from 'hono/factory'

/** Nothing behind the token is kept by a browser, unless its route says otherwise. */
export const noStore = () =>
  createMiddleware(async function noStore(c, next) {
    c.header('Cache-Control', 'no-store')
    await next()
  })
