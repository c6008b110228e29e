import { lookup as lookUp } from 'node:dns/promises'
import { AppError } from '../../shared/errors.ts'
import { isPublicAddress } from '../engines/replicate/picture/is-public-address.ts'
import type { LoraHeader } from './read-safetensors.ts'
import { headerLength, PREFIX, readLoraHeader } from './read-safetensors.ts'
import { WEIGHTS_LIMIT } from './weights-store.ts'

export type InspectOptions = {
  readonly fetch: typeof fetch
  /** The addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly string[]>
}

const REDIRECTS = 5
const TIMEOUT_MS = 20_000

const CLOSED =
  'Only an address on the open internet that begins with https:// can be used. Nothing was changed.'
const AWAY =
  'Nothing can be downloaded from this address without a password. Nothing was changed. Make the file public there, or take its direct address.'

const system: InspectOptions = {
  fetch: globalThis.fetch,
  lookup: async (host) => (await lookUp(host, { all: true })).map(({ address }) => address),
}

const away = (cause?: unknown): AppError => new AppError('weights_failed', AWAY, { cause })

/** The answer at the end of all redirects, each of which has to be on the open internet. */
const open = async (
  address: string,
  range: string,
  { fetch, lookup }: InspectOptions,
): Promise<Response> => {
  let url = new URL(address)
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const isOpen = url.protocol === 'https:' && url.username === '' && url.port === ''
    if (!isOpen || !(await lookup(url.hostname)).every(isPublicAddress))
      throw new AppError('invalid_request', CLOSED)
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { range },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.status < 300 || response.status >= 400) return response
    await response.body?.cancel()
    url = new URL(response.headers.get('location') ?? '', url)
  }
  throw away()
}

/** The first bytes behind an address, whether it sends parts or all; the rest is not read. */
const readFirst = async (
  url: string,
  from: number,
  length: number,
  options: InspectOptions,
): Promise<{ readonly bytes: Uint8Array; readonly total: number | null }> => {
  const response = await open(url, `bytes=${from}-${from + length - 1}`, options)
  const body: ReadableStream<Uint8Array> | null = response.body
  if (!response.ok || body === null) {
    await body?.cancel()
    throw away()
  }
  const isPart = response.status === 206
  const skip = isPart ? 0 : from
  const chunks: Uint8Array[] = []
  let read = 0
  // Leaving the loop closes the connection.
  for await (const chunk of body) {
    chunks.push(chunk)
    read += chunk.length
    if (read >= skip + length) break
  }
  const size = isPart
    ? /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]
    : (response.headers.get('content-length') ?? undefined)
  return {
    bytes: Buffer.concat(chunks).subarray(skip, skip + length),
    total: size === undefined ? null : Number(size),
  }
}

/**
 * Checks the LoRA behind an address by its header alone. Throws AppError in words: `invalid_request` for what is no LoRA
 * for Flux, and for addresses that are not on the open internet.
 */
export const inspectRemoteWeights = async (
  url: string,
  options: InspectOptions = system,
): Promise<LoraHeader> => {
  try {
    const { bytes: prefix, total } = await readFirst(url, 0, PREFIX, options)
    const { bytes } = await readFirst(url, PREFIX, headerLength(prefix), options)
    const header = readLoraHeader(bytes)
    if (total !== null && total !== header.bytes)
      throw new AppError(
        'invalid_request',
        'This file is incomplete or damaged. Nothing was changed.',
      )
    if (header.bytes > WEIGHTS_LIMIT)
      throw new AppError('payload_too_large', 'This file is larger than 2 GB. Nothing was changed.')
    return header
  } catch (error) {
    throw error instanceof AppError ? error : away(error)
  }
}
