import { isPublicAddress } from './is-public-address.ts'
import { isTrusted } from './is-trusted.ts'

/** `gone`: not there, or not any more. `away`: nobody answers now. `odd`: it answers with something else. */
export type Opened =
  | { readonly state: 'open'; readonly response: Response }
  | { readonly state: 'gone' | 'away' | 'odd' | 'strange' }

export type Delivery = {
  readonly fetch: typeof fetch
  /** The API as it is configured: its origin is trusted, whatever address it has. */
  readonly apiUrl: URL
  /** True where `apiUrl` is Replicate's own; then it has to be on the open internet like any other. */
  readonly apiIsPublic: boolean
  /** The addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly string[]>
}

const REDIRECTS = 3
const REFUSED_TYPES = /^(text\/|application\/(json|problem))/

const isReachable = async (url: URL, delivery: Delivery): Promise<boolean> => {
  if (url.protocol === 'data:') return true
  if (url.origin === delivery.apiUrl.origin && !delivery.apiIsPublic) return true
  return (await delivery.lookup(url.hostname)).every(isPublicAddress)
}

const judge = async (response: Response): Promise<Opened> => {
  if (response.ok && !REFUSED_TYPES.test(response.headers.get('content-type') ?? ''))
    return { state: 'open', response }
  await response.body?.cancel()
  if (response.status === 404 || response.status === 410) return { state: 'gone' }
  return { state: response.status === 429 || response.status >= 500 ? 'away' : 'odd' }
}

/**
 * Opens what a run delivers: from trusted hosts only, each redirect checked like the first address, and without the
 * token, which is not theirs. A data address is here already. Rejects where the connection does.
 */
export const openDelivery = async (
  address: string,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Opened> => {
  let url = URL.canParse(address) ? new URL(address) : null
  for (let hop = 0; hop <= REDIRECTS && url !== null; hop += 1) {
    const isData: boolean = url.protocol === 'data:' && hop === 0
    if (!isData && !isTrusted(url, delivery.apiUrl)) return { state: 'strange' }
    if (!(await isReachable(url, delivery))) return { state: 'strange' }
    const response: Response = await delivery.fetch(url, { redirect: 'manual', signal })
    if (response.status < 300 || response.status >= 400) return judge(response)
    await response.body?.cancel()
    const location: string = response.headers.get('location') ?? ''
    url = URL.canParse(location, url.href) ? new URL(location, url) : null
  }
  return { state: 'odd' }
}
