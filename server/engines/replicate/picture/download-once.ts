import { isPublicAddress } from './is-public-address.ts'
import { isTrusted } from './is-trusted.ts'
import { readBounded } from './read-bounded.ts'

/** `gone`: not there, or not any more. `away`: nobody answers now. `odd`: it answers with something else. */
export type Download =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array }
  | { readonly state: 'gone' | 'away' | 'odd' | 'large' | 'strange' }

export type Delivery = {
  readonly fetch: typeof fetch
  /** The API as it is configured: its origin is trusted, whatever address it has. */
  readonly apiUrl: URL
  /** True where `apiUrl` is Replicate's own; then it has to be on the open internet like any other. */
  readonly apiIsPublic: boolean
  /** The addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly string[]>
  /** Milliseconds for the whole of it. */
  readonly timeoutMs: number
}

/** The largest picture, in bytes. */
const LIMIT = 20 * 1024 * 1024
const REDIRECTS = 3
const REFUSED_TYPES = /^(text\/|application\/(json|problem))/

const isReachable = async (url: URL, delivery: Delivery): Promise<boolean> => {
  if (url.protocol === 'data:') return true
  if (url.origin === delivery.apiUrl.origin && !delivery.apiIsPublic) return true
  return (await delivery.lookup(url.hostname)).every(isPublicAddress)
}

const readAnswer = async (response: Response): Promise<Download> => {
  if (response.status === 404 || response.status === 410) return { state: 'gone' }
  if (response.status === 429 || response.status >= 500) return { state: 'away' }
  if (!response.ok || REFUSED_TYPES.test(response.headers.get('content-type') ?? ''))
    return { state: 'odd' }
  const bytes = await readBounded(response, LIMIT)
  return bytes === null ? { state: 'large' } : { state: 'bytes', bytes }
}

/**
 * Fetches a picture once: from trusted hosts only, each redirect checked like the first address, and without the token,
 * which is not theirs. A data address is a picture that is here already.
 */
export const downloadOnce = async (
  address: string,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Download> => {
  const within = AbortSignal.any([signal, AbortSignal.timeout(delivery.timeoutMs)])
  let url = URL.canParse(address) ? new URL(address) : null
  try {
    for (let hop = 0; hop <= REDIRECTS && url !== null; hop += 1) {
      const isData: boolean = url.protocol === 'data:' && hop === 0
      if (!isData && !isTrusted(url, delivery.apiUrl)) return { state: 'strange' }
      if (!(await isReachable(url, delivery))) return { state: 'strange' }
      const response: Response = await delivery.fetch(url, { redirect: 'manual', signal: within })
      if (response.status < 300 || response.status >= 400) return await readAnswer(response)
      await response.body?.cancel()
      const location: string = response.headers.get('location') ?? ''
      url = URL.canParse(location, url.href) ? new URL(location, url) : null
    }
    return { state: 'odd' }
  } catch {
    // A broken connection, an unknown host or the end of the time: worth another attempt, whichever it was.
    return { state: 'away' }
  }
}
