import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../plugin/ui/clock.ts'
import { createDrafting } from '../../plugin/ui/draft/drafting.ts'
import { createPanel } from '../../plugin/ui/panel.ts'
import { readConfig } from '../../server/config.ts'
import type { ProxyOptions } from '../../server/create-proxy.ts'
import { createProxy } from '../../server/create-proxy.ts'
import { createLog } from '../../server/log.ts'
import { procedures } from '../../shared/canvas.ts'
import { connect } from '../../shared/rpc.ts'
import { TOKEN_KEY, storedToken } from '../../shared/stored-token.ts'
import { freePort } from '../e2e/free-port.ts'
import { buildPlugin } from '../plugin/build-plugin.ts'
import { createTestHost, runBuiltPlugin } from '../studio/create-test-host.ts'

type Options = Pick<ProxyOptions, 'engines'> & {
  /** More settings of the proxy. */
  readonly environment?: Readonly<Record<string, string>>
}

/** The whole way through our code in this process: a proxy on a port, the panel's logic, and the plugin on a host. */
export const openPanel = async ({ environment, ...options }: Options) => {
  const data = await mkdtemp(join(tmpdir(), 'maquette-bench-'))
  const port = await freePort()
  const config = readConfig({ MAQUETTE_PORT: String(port), MAQUETTE_DATA: data, ...environment })
  const log = createLog({ write: () => undefined })
  const proxy = createProxy({ config, log, ...options })
  await proxy.start()

  const host = createTestHost({
    clientStorage: new Map([[TOKEN_KEY, storedToken.write(proxy.token)]]),
  })
  const run = await runBuiltPlugin(host, { main: (await buildPlugin()).main, command: 'open' })
  const canvas = connect(run.port, procedures)
  const opened = await canvas.open()
  const origin = `http://127.0.0.1:${port}`
  const panel = createPanel(
    { port: run.port, canvas, origin, fetch, clock: systemClock, randomBytes },
    opened,
  )
  const drafting = createDrafting(panel, opened)
  const stops = [panel.start(), drafting.start()]
  const count = () =>
    host.scene().nodes.filter(({ fills: [paint] }) => paint?.type === 'image').length
  while (!panel.proxy.isConnected.value) await setTimeout(5)

  return {
    press: async (brief: string): Promise<void> => {
      drafting.form.change({ brief })
      await drafting.press()
    },
    /** Resolves as soon as the document has so many pictures; rejects when a job fails. */
    placed: (pictures: number): Promise<void> =>
      new Promise((resolve, reject) => {
        let isDue = false
        // One look for all the edits of a fill: looking is not what is measured.
        const stop = host.subscribe(() => {
          if (isDue) return
          isDue = true
          queueMicrotask(() => {
            isDue = false
            const failed = panel.jobs.list.value.find(({ state }) => state === 'failed')
            if (failed === undefined && count() < pictures) return
            stop()
            if (failed === undefined) resolve()
            else reject(new Error(`A job failed: ${JSON.stringify(failed)}`))
          })
        })
      }),
    /** Resolves once the proxy knows of every picture that it was placed. */
    reported: async (): Promise<void> => {
      const isReported = () =>
        panel.jobs.list.value.every(({ outputs }) => outputs.every(({ placed }) => placed))
      while (!isReported()) await setTimeout(5)
    },
    stop: async (): Promise<void> => {
      stops.forEach((stop) => stop())
      run.close()
      await proxy.stop()
      await rm(data, { recursive: true })
    },
  }
}
