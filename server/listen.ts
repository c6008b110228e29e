import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import { StartError } from './start-error.ts'

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null

/**
 * How long a connection may take for what, in milliseconds; one that takes longer is cut off. Wrong tokens and slow
 * readers are as good as anybody here: the limits are for whoever opens connections and does nothing with them.
 */
export type ConnectionLimits = {
  /** From its first byte to the last of its headers. */
  readonly headers: number
  /** To the last byte of its body. */
  readonly request: number
  /** Without a byte read or written: longer than the pause between two signs of life in an event stream. */
  readonly silence: number
  /** Between two requests: longer than a reverse proxy keeps a connection for its next one (nginx: 60 s). */
  readonly idle: number
  /** How often the first two are looked at. */
  readonly look: number
  /** To the end of an answer that is under way when the proxy stops. */
  readonly close: number
  /** Connections at the same time, at each address; one more is closed at once. */
  readonly count: number
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  headers: 10_000,
  request: 60_000,
  silence: 60_000,
  idle: 75_000,
  look: 2_000,
  close: 5_000,
  count: 1000,
}

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

const create = (listener: RequestListener, limits: ConnectionLimits): Server => {
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.idle,
      connectionsCheckingInterval: limits.look,
      // A laptop that fell asleep never says goodbye.
      keepAlive: true,
    },
    listener,
  )
  server.timeout = limits.silence
  server.maxConnections = limits.count
  return server
}

/** Answers that are under way may end; whoever holds on longer is cut off. */
const close = async (server: Server, limits: ConnectionLimits): Promise<void> => {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP)
  const cut = setTimeout(() => server.closeAllConnections(), limits.close)
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
type Place = {
  readonly host: string | null
  readonly port: number
  readonly limits?: ConnectionLimits
}

const listenOnce = async (
  listener: RequestListener,
  { host, port, limits = CONNECTION_LIMITS }: Place,
): Promise<Listening> => {
  const [first, second] = host === null ? (['127.0.0.1', '::1'] as const) : [host]
  const servers = [create(listener, limits), create(listener, limits)] as const
  const closeAll = async () => {
    await Promise.all(servers.map((server) => close(server, limits)))
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
