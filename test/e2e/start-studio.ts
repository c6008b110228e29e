import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import type { ProxyOptions } from '../../server/create-proxy.ts'
import { createProxy } from '../../server/create-proxy.ts'
import { createLog } from '../../server/log.ts'
import { buildStudioFolder, studioIn } from './build-studio-folder.ts'
import { freePort } from './free-port.ts'

export type RunningStudio = {
  /** `http://localhost:<port>` or the public address, for which the plugin was built. */
  readonly origin: string
  readonly port: number
  readonly token: string
  /** A request to the proxy with the token. */
  readonly ask: (path: string, init?: Pick<RequestInit, 'method' | 'body'>) => Promise<Response>
  readonly stop: () => Promise<void>
}

/** The proxy with the sample engine, serving the studio and the plugin as `npm start` does, in a folder of its own. */
export const startStudio = async (
  options: {
    readonly sampleSeconds?: number
    /** Where people reach it, through whatever stands in front. */
    readonly publicUrl?: string
    /** Further settings, by the names of their variables. */
    readonly environment?: Readonly<Record<string, string>>
  } & Pick<ProxyOptions, 'engines'> = {},
): Promise<RunningStudio> => {
  const port = await freePort()
  const address = {
    MAQUETTE_PORT: String(port),
    ...(options.publicUrl !== undefined && { MAQUETTE_PUBLIC_URL: options.publicUrl }),
  }
  const folder = await buildStudioFolder(port, options.publicUrl)
  const config = readConfig({
    ...address,
    ...options.environment,
    MAQUETTE_DATA: join(folder, 'data'),
    MAQUETTE_SAMPLE_SECONDS: String(options.sampleSeconds ?? 0.3),
  })
  const log = createLog({ write: () => undefined })
  const proxy = createProxy({
    config,
    log,
    studio: studioIn(folder),
    ...(options.engines && { engines: options.engines }),
  })
  await proxy.start()
  const local = `http://localhost:${port}`
  return {
    origin: options.publicUrl ?? local,
    port,
    token: proxy.token,
    ask: (path, init) =>
      fetch(local + path, {
        ...init,
        headers: {
          authorization: `Bearer ${proxy.token}`,
          ...(init?.body !== undefined && { 'content-type': 'application/json' }),
        },
      }),
    stop: async () => {
      await proxy.stop()
      await rm(folder, { recursive: true })
    },
  }
}
