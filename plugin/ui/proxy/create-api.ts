import * as v from 'valibot'
import type { Contract, FileType, StoredFile } from '../../../shared/contract/index.ts'
import { uploadFile } from '../../../shared/contract/files.ts'
import type { ImportView } from '../../../shared/contract/import-routes.ts'
import { importArchiveRoute } from '../../../shared/contract/import-routes.ts'
import { routes } from '../../../shared/contract/routes.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Body, Endpoint, Params, Query, Response as Answer } from '../../../shared/http.ts'
import type { DatasetId, DocumentId, FileId, StyleId } from '../../../shared/ids.ts'
import type { Consent } from '../../../shared/piece.ts'
import { parseJson } from '../../../shared/parse-json.ts'
import { readError } from './read-error.ts'

/** A JSON answer that takes longer is given up. Milliseconds. */
const PATIENCE = 20_000
const PICTURE_PATIENCE = 60_000
const ARCHIVE_PATIENCE = 600_000
const SHEET_PATIENCE = 300_000

/** What a call needs besides its name: only the parts that its route has. */
type Needs<E extends Endpoint> = (Params<E> extends undefined
  ? { params?: undefined }
  : { params: Params<E> }) &
  (Query<E> extends undefined ? { query?: undefined } : { query: Query<E> }) &
  (Body<E> extends undefined ? { body?: undefined } : { body: Body<E> })

type Route = Pick<Endpoint, 'method' | 'path' | 'response'>
type Parsed<R extends Route> = v.InferOutput<R['response']>

/** The same for any route. */
type Given = { readonly params?: object; readonly query?: object; readonly body?: unknown }

type Calls = {
  readonly [K in keyof typeof routes]: (needs: Needs<Contract[K]>) => Promise<Answer<Contract[K]>>
}

export type Api = Calls & {
  /** Resolves when something answers at the proxy's address; needs no token. */
  health: () => Promise<void>
  /** The bytes of a stored picture, or of a small one with its longest side of so many pixels. */
  download: (file: FileId, side?: number) => Promise<Uint8Array<ArrayBuffer>>
  /** The ZIP of a frozen version. The browser keeps it outside the panel's memory where it is large. */
  archive: (dataset: DatasetId, version: number) => Promise<Blob>
  /** The same to be trained elsewhere, in so many steps. */
  kit: (dataset: DatasetId, version: number, steps: number) => Promise<Blob>
  /** Sends a ZIP whose pictures become pieces. */
  importArchive: (dataset: DatasetId, consent: Consent, file: Blob) => Promise<ImportView>
  /** Makes a .safetensors file a version of a style. */
  uploadWeights: (style: StyleId, name: string, file: Blob) => Promise<void>
  /** Stores a picture. */
  upload: (bytes: Uint8Array<ArrayBuffer>, type: FileType) => Promise<StoredFile>
  /** Stores the page of a design sheet, which may be much larger. */
  uploadSheet: (bytes: Uint8Array<ArrayBuffer>, type: FileType) => Promise<StoredFile>
  /** The open event stream of a document, from after `lastEventId` on. */
  events: (
    document: DocumentId,
    lastEventId: string | null,
    signal: AbortSignal,
  ) => Promise<ReadableStream<Uint8Array>>
}

export type ApiOptions = {
  readonly origin: string
  /** Asked for at each call; null sends none. */
  readonly token: () => string | null
  readonly fetch: typeof fetch
}

const urlOf = (path: string, params: object = {}, query: object = {}): string => {
  const filled = Object.entries(params).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  )
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString()
  return search === '' ? filled : `${filled}?${search}`
}

/** The line broke: before anything was answered, or in the middle of it. */
const lose = (cause: unknown): never => {
  const tooSlow = cause instanceof DOMException && cause.name === 'TimeoutError'
  throw tooSlow
    ? new AppError('timeout', 'The Maquette proxy takes too long to answer.', { cause })
    : new AppError('proxy_unreachable', 'The Maquette proxy cannot be reached.', { cause })
}

/**
 * The proxy's routes as functions, typed from the contract; every answer is parsed. A call rejects with an AppError:
 * `proxy_unreachable` when no whole answer came, `timeout`, or what the proxy refused with. The token goes to `origin`
 * and nowhere else: a redirect is an error.
 */
export const createApi = (options: ApiOptions): Api => {
  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    const token = options.token()
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    const response = await options
      .fetch(options.origin + path, { ...init, headers, credentials: 'omit', redirect: 'error' })
      .catch(lose)
    if (!response.ok) throw await readError(response)
    return response
  }

  const ask = async <R extends Route>(
    { method, response: schema }: R,
    url: string,
    patience: number,
    content: Pick<RequestInit, 'headers' | 'body'> | undefined,
  ): Promise<Parsed<R>> => {
    const response = await request(url, {
      method,
      signal: AbortSignal.timeout(patience),
      cache: 'no-store',
      ...content,
    })
    const parsed = v.safeParse(schema, parseJson(await response.text().catch(lose)))
    if (parsed.success) return parsed.output
    throw new AppError(
      'bad_answer',
      'The proxy and this plugin do not understand each other. They are probably of different versions: update both.',
    )
  }

  const call = (endpoint: Route, { params, query, body }: Given): Promise<unknown> =>
    ask(
      endpoint,
      urlOf(endpoint.path, params, query),
      PATIENCE,
      body === undefined
        ? undefined
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    )

  const store =
    (query: object, patience: number) =>
    (bytes: Uint8Array<ArrayBuffer>, type: FileType): Promise<StoredFile> =>
      ask(uploadFile, urlOf(uploadFile.path, {}, query), patience, {
        headers: { 'content-type': type },
        body: bytes,
      })

  const calls = Object.entries(routes).map(([name, endpoint]) => [
    name,
    (needs: Given) => call(endpoint, needs),
  ])
  return {
    ...(Object.fromEntries(calls) as Calls),
    health: async () => {
      await request('/healthz', { signal: AbortSignal.timeout(PATIENCE), cache: 'no-store' })
    },
    download: async (file, side) => {
      const response = await request(urlOf(`/v1/files/${file}`, {}, { side }), {
        signal: AbortSignal.timeout(PICTURE_PATIENCE),
      })
      return new Uint8Array(await response.arrayBuffer().catch(lose))
    },
    upload: store({}, PICTURE_PATIENCE),
    uploadSheet: store({ for: 'sheet' }, SHEET_PATIENCE),
    archive: async (dataset, version) => {
      const response = await request(`/v1/datasets/${dataset}/versions/${version}/archive`, {
        signal: AbortSignal.timeout(ARCHIVE_PATIENCE),
      })
      return response.blob().catch(lose)
    },
    kit: async (dataset, version, steps) => {
      const path = urlOf(`/v1/datasets/${dataset}/versions/${version}/kit`, {}, { steps })
      const response = await request(path, { signal: AbortSignal.timeout(ARCHIVE_PATIENCE) })
      return response.blob().catch(lose)
    },
    importArchive: async (id, consent, file) => {
      const url = urlOf(importArchiveRoute.path, { id }, { consent })
      const content = { headers: { 'content-type': 'application/zip' }, body: file }
      return (await ask(importArchiveRoute, url, ARCHIVE_PATIENCE, content)).import
    },
    uploadWeights: async (style, name, file) => {
      await request(urlOf(`/v1/styles/${style}/weights`, {}, { name }), {
        method: 'POST',
        signal: AbortSignal.timeout(ARCHIVE_PATIENCE),
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      })
    },
    events: async (document, lastEventId, signal) => {
      const response = await request(urlOf('/v1/events', {}, { document }), {
        signal,
        cache: 'no-store',
        headers: {
          accept: 'text/event-stream',
          ...(lastEventId !== null && { 'last-event-id': lastEventId }),
        },
      })
      if (response.body === null) throw new AppError('bad_answer', 'The proxy sent no events.')
      return response.body
    },
  }
}
