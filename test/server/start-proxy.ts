import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { onTestFinished } from 'vitest'
import { USUAL_CAPS } from '../../server/budget/caps.ts'
import type { Config } from '../../server/config.ts'
import type { ProxyOptions } from '../../server/create-proxy.ts'
import { createProxy } from '../../server/create-proxy.ts'
import { createLog } from '../../server/log.ts'
import type { JobView } from '../../shared/contract/index.ts'
import { contract } from '../../shared/contract/index.ts'
import { ErrorEnvelope } from '../../shared/errors.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'maquette-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Options = Partial<Omit<ProxyOptions, 'config' | 'log'>> & {
  readonly data?: string
  /** 0: any free port. */
  readonly port?: number
  readonly config?: Partial<Config>
}

export type Call = {
  readonly method?: string
  /** Sent as JSON. */
  readonly json?: unknown
  readonly body?: string | Uint8Array | URLSearchParams | ReadableStream
  readonly headers?: Readonly<Record<string, string>>
}

/** A whole proxy with a real port, database and folder, stopped when the test ends. */
export const startProxy = async ({
  data = temporaryFolder(),
  port: wanted = 0,
  config,
  ...options
}: Options = {}) => {
  const logged: string[] = []
  const proxy = createProxy({
    config: {
      port: wanted,
      data,
      keepReferencesDays: 30,
      sampleSeconds: 0,
      replicate: { token: null, url: null, model: null },
      caps: USUAL_CAPS,
      hosting: { host: null, token: null, publicUrl: null, trustedHops: 0 },
      ...config,
    },
    log: createLog({ write: (line) => void logged.push(line) }),
    // Reading takes threads with models: whoever tests it asks for it.
    textDetectors: [],
    ...options,
  })
  const { port } = await proxy.start()
  let stopped: Promise<void> | null = null
  const stop = () => (stopped ??= proxy.stop())
  onTestFinished(stop)

  const request = (path: string, { method, json, body, headers }: Call = {}): Promise<Response> => {
    const sent = body instanceof Uint8Array ? new Uint8Array(body) : body
    const content = json === undefined ? sent : JSON.stringify(json)
    const init = {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      duplex: 'half',
      headers: {
        authorization: `Bearer ${proxy.token}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    }
    return fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      ...(content !== undefined && { body: content }),
    })
  }

  /** The answer in the shape that the contract gives it; anything but the promised status fails the test. */
  const call = async <K extends keyof typeof contract>(
    name: K,
    path: string,
    options?: Omit<Call, 'method'>,
  ): Promise<v.InferOutput<(typeof contract)[K]['response']>> => {
    const endpoint = contract[name]
    const response = await request(path, { ...options, method: endpoint.method })
    if (response.status !== endpoint.status)
      throw new Error(`${name}: ${response.status} ${await response.text()}`)
    return v.parse(endpoint.response, await response.json())
  }

  /** The status and the error of a request that is refused. */
  const refusal = async (path: string, options?: Call) => {
    const response = await request(path, options)
    const { error } = v.parse(ErrorEnvelope, await response.json())
    return { status: response.status, ...error }
  }

  const job = async (id: string): Promise<JobView> => (await call('getJob', `/v1/jobs/${id}`)).job
  const create = async (json: GenerateRequest): Promise<JobView> =>
    (await call('createJob', '/v1/jobs', { json })).job
  const cancel = async (id: string): Promise<JobView> =>
    (await call('cancelJob', `/v1/jobs/${id}/cancel`)).job
  /** The job as soon as it is as wanted. */
  const until = async (id: string, isWanted: (job: JobView) => boolean): Promise<JobView> => {
    for (let tries = 0; tries < 1000; tries += 1) {
      const current = await job(id)
      if (isWanted(current)) return current
      await delay(5)
    }
    throw new Error(`It never came to that: ${JSON.stringify(await job(id))}`)
  }
  const ended = (id: string) => until(id, ({ state }) => /succeeded|failed|canceled/.test(state))

  return {
    proxy,
    port,
    data,
    logged,
    request,
    call,
    refusal,
    job,
    create,
    cancel,
    until,
    ended,
    stop,
  }
}
export type StartedProxy = Awaited<ReturnType<typeof startProxy>>
