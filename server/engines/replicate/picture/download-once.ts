import type { Delivery, Opened } from './open-delivery.ts'
import { openDelivery } from './open-delivery.ts'
import { readBounded } from './read-bounded.ts'

export type Download =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array }
  | { readonly state: Exclude<Opened['state'], 'open'> | 'large' }

export type PictureDelivery = Delivery & {
  /** Milliseconds for the whole of it. */
  readonly timeoutMs: number
}

/** The largest picture, in bytes. */
const LIMIT = 20 * 1024 * 1024

/** Fetches a picture once. */
export const downloadOnce = async (
  address: string,
  delivery: PictureDelivery,
  signal: AbortSignal,
): Promise<Download> => {
  const within = AbortSignal.any([signal, AbortSignal.timeout(delivery.timeoutMs)])
  try {
    const opened = await openDelivery(address, delivery, within)
    if (opened.state !== 'open') return opened
    const bytes = await readBounded(opened.response, LIMIT)
    return bytes === null ? { state: 'large' } : { state: 'bytes', bytes }
  } catch {
    // A broken connection, an unknown host or the end of the time: worth another attempt, whichever it was.
    return { state: 'away' }
  }
}
