import { createMiddleware } from 'hono/factory'
import { AppError } from '../../shared/errors.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { clientAddress } from './client-address.ts'

type Used = Pick<Deps, 'admit' | 'failures' | 'trustedHops' | 'log'>

/**
 * Lets in whoever sends `Authorization: Bearer <token>`. Wrong tokens are counted by address, and soon answered with
 * 429; a good one is let in whatever came from its address before, because otherwise any web page that she opens could
 * lock her out by sending wrong ones. At 256 bits, guessing is hopeless at any speed.
 */
export const requireToken = ({ admit, failures, trustedHops, log }: Used) =>
  createMiddleware<Env>(async function requireToken(c, next) {
    const [, given] = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    const token = given === undefined ? null : admit(given)
    if (token !== null) {
      c.set('token', token)
      return next()
    }
    const address = clientAddress(c, trustedHops)
    const tooMany = given === undefined ? null : failures.count(address)
    if (tooMany === null) {
      c.header('WWW-Authenticate', 'Bearer')
      throw new AppError(
        'unauthorized',
        'The proxy does not accept this token. Ask whoever runs it for the current one.',
      )
    }
    if (tooMany.isFirst) log.warn({ address }, 'An address sends wrong tokens')
    c.header('Retry-After', tooMany.seconds.toString())
    throw new AppError(
      'rate_limited',
      'Too many wrong tokens came from here. Paste the right one in Settings, or wait a minute.',
    )
  })
