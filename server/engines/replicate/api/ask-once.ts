import Replicate from 'replicate'
import type { Outcome } from './outcome.ts'
import { isSuccess } from './outcome.ts'

export type Access = {
  readonly token: string
  /** Without a slash at its end, such as `https://api.replicate.com/v1`. */
  readonly baseUrl: string
  readonly fetch: typeof fetch
  /** Milliseconds until a request without an answer is given up. */
  readonly timeoutMs: number
}

/** What Node says when a request did not leave this machine, or found nobody there. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const reachedSomebody = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code !== 'string' || !NEVER_SENT.has(code)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const send = async (
  { fetch, timeoutMs }: Access,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Outcome> => {
  if (signal.aborted) return { type: 'silence', sent: false }
  try {
    const response = await fetch(url, {
      ...init,
      // A redirect would carry the token along.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    const text = await response.text()
    const { status, headers } = response
    return { type: 'answer', status, headers, text, body: parse(text) }
  } catch (error) {
    return { type: 'silence', sent: reachedSomebody(error) }
  }
}

/**
 * One call through the `replicate` client that sends one request. Left alone, the client sends a POST again after a
 * 429 or a broken connection, and a GET after a 5xx too, up to six times without a pause. So it is shown a plain 400
 * in the place of everything but a success, which ends its call, and the caller is told what really happened. Requests
 * to another origin than the API's are not sent: they would carry the token.
 */
export const askOnce = async (
  access: Access,
  use: (client: Replicate) => Promise<unknown>,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { origin } = new URL(access.baseUrl)
  let outcome: Outcome | undefined
  const client = new Replicate({
    auth: access.token,
    baseUrl: access.baseUrl,
    useFileOutput: false,
    fetch: async (url, init) => {
      const target = new URL(url instanceof Request ? url.url : url)
      outcome ??=
        target.origin === origin
          ? await send(access, target.href, init ?? {}, signal)
          : { type: 'silence', sent: false }
      return isSuccess(outcome) ? Response.json(null) : new Response(null, { status: 400 })
    },
  })
  try {
    await use(client)
  } catch {
    // The client's error holds the token, and `outcome` says all that it could.
  }
  return outcome ?? { type: 'silence', sent: false }
}
