import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../plugin/ui/clock.ts'
import { createDrafting } from '../../plugin/ui/draft/drafting.ts'
import { createPanel } from '../../plugin/ui/panel.ts'
import { readConfig } from '../../server/config.ts'
import { createProxy } from '../../server/create-proxy.ts'
import { createLog } from '../../server/log.ts'
import { procedures } from '../../shared/canvas.ts'
import { connect } from '../../shared/rpc.ts'
import { TOKEN_KEY, storedToken } from '../../shared/stored-token.ts'
import { freePort } from '../e2e/free-port.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { buildPlugin } from '../plugin/build-plugin.ts'
import { createTestHost, runBuiltPlugin } from '../studio/create-test-host.ts'
import type { Measurement } from './figures.ts'
import { noisyPicture } from './noisy-picture.ts'
import { percentile } from './percentile.ts'

const ROUNDS = 20
const PICTURES = 4

/** The whole way through our code: an engine has four pictures, and the last one's frame is a draft in the document. */
export const placeInHost: Measurement = {
  name: "engine's done to the last of four pictures placed in the host",
  measure: async () => {
    const engine = createScriptedEngine()
    const data = await mkdtemp(join(tmpdir(), 'maquette-bench-'))
    const port = await freePort()
    const config = readConfig({ MAQUETTE_PORT: String(port), MAQUETTE_DATA: data })
    const log = createLog({ write: () => undefined })
    const proxy = createProxy({ config, log, engines: [engine] })
    await proxy.start()

    const host = createTestHost({
      clientStorage: new Map([[TOKEN_KEY, storedToken.write(proxy.token)]]),
    })
    const run = await runBuiltPlugin(host, { main: (await buildPlugin()).main, command: 'open' })
    const canvas = connect(run.port, procedures)
    const opened = await canvas.open()
    const options = { port: run.port, canvas, origin: `http://127.0.0.1:${port}`, fetch }
    const panel = createPanel({ ...options, clock: systemClock, randomBytes }, opened)
    const drafting = createDrafting(panel, opened)
    const stops = [panel.start(), drafting.start()]
    const placed = () =>
      host.scene().nodes.filter(({ fills: [paint] }) => paint?.type === 'image').length
    const samples: number[] = []
    try {
      while (!panel.proxy.isConnected.value) await setTimeout(5)
      for (let round = 1; round <= ROUNDS; round += 1) {
        const pictures = await Promise.all(Array.from({ length: PICTURES }, noisyPicture))
        drafting.form.change({ brief: `figurine ${round}` })
        await drafting.press()
        await engine.started(round * PICTURES)
        const last = new Promise<number>((resolve) => {
          let isDue = false
          // One look for all the edits of a fill: looking is not what is measured.
          const stop = host.subscribe(() => {
            if (isDue) return
            isDue = true
            queueMicrotask(() => {
              isDue = false
              if (placed() < round * PICTURES) return
              stop()
              resolve(performance.now())
            })
          })
        })
        const done = performance.now()
        for (const [index, one] of engine.runs.slice(-PICTURES).entries())
          one.say({ type: 'finished', bytes: pictures[index] ?? new Uint8Array() })
        samples.push((await last) - done)
      }
      const reported = () =>
        panel.jobs.list.value.every((job) => job.outputs.every((output) => output.placed))
      while (!reported()) await setTimeout(5)
    } finally {
      stops.forEach((stop) => stop())
      run.close()
      await proxy.stop()
      await rm(data, { recursive: true })
    }
    return { medianMs: percentile(samples, 0.5), p95Ms: percentile(samples, 0.95) }
  },
}
