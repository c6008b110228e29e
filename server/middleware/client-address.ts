import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { Env } from '../env.ts'

/**
 * The address that a request comes from. Each of `trustedHops` reverse proxies has added the address that it saw to the
 * end of X-Forwarded-For; what stands further left was sent by the client and says whatever it likes.
 */
export const clientAddress = (c: Context<Env>, trustedHops: number): string => {
  const peer = c.env.incoming?.socket.remoteAddress ?? ''
  if (trustedHops === 0) return peer
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  const client = seen.at(-trustedHops) ?? seen[0] ?? ''
  return isIP(client) === 0 ? peer : client
}
