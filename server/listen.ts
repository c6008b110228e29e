import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import { StartError } from './start-error.ts'

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null

/** Milliseconds in which a request has to be there whole. */
const REQUEST_TIMEOUT = 60_000
const CLOSE_TIMEOUT = 2_000
const SWEEP = 20
/** Tries to find one free port that both addresses have free. */
const TRIES = 5

/** The port that it listens on; null when the machine does not have this address. */
const open = async (server: Server, host: string, port: number): Promise<number | null> => {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EAFNOSUPPORT') return null
    throw error
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : null
}

/** Answers that are under way may end; whoever holds on longer is cut off. */
const close = async (server: Server): Promise<void> => {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP)
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

export type Listening = {
  readonly port: number
  /** False where it was to listen on ::1 as well and the machine has none. */
  readonly hasIpv6: boolean
  /** Stops listening and ends the connections that are open. */
  close: () => Promise<void>
}

/** `host` null: both loopback addresses. */
type Place = { readonly host: string | null; readonly port: number }

const listenOnce = async (listener: RequestListener, { host, port }: Place): Promise<Listening> => {
  const [first, second] = host === null ? (['127.0.0.1', '::1'] as const) : [host]
  const servers = [createServer(listener), createServer(listener)] as const
  for (const server of servers) server.requestTimeout = REQUEST_TIMEOUT
  const closeAll = async () => {
    await Promise.all(servers.map(close))
  }
  try {
    const chosen = await open(servers[0], first, port)
    if (chosen === null)
      throw new StartError(`This machine has no address ${first}. Set MAQUETTE_HOST to one it has.`)
    const hasIpv6 = second === undefined || (await open(servers[1], second, chosen)) !== null
    return { port: chosen, hasIpv6, close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

/** Listens at one address or on both loopback ones, on one port; 0 is any free one. Throws StartError when it is taken. */
export const listen = async (listener: RequestListener, place: Place): Promise<Listening> => {
  const { port } = place
  for (let tries = 1; ; tries += 1) {
    try {
      return await listenOnce(listener, place)
    } catch (error) {
      if (codeOf(error) === 'EACCES')
        throw new StartError(
          `Port ${port} needs an administrator. Set MAQUETTE_PORT to one above 1023.`,
        )
      if (codeOf(error) !== 'EADDRINUSE') throw error
      if (port !== 0 || tries === TRIES)
        throw new StartError(
          `Port ${port} is in use, perhaps by another Maquette. Stop it, or set MAQUETTE_PORT.`,
        )
    }
  }
}
