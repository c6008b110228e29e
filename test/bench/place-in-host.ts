import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import type { Measurement } from './figures.ts'
import { noisyPicture } from './noisy-picture.ts'
import { openPanel } from './open-panel.ts'
import { percentile } from './percentile.ts'

const ROUNDS = 20
const PICTURES = 4

/** The whole way through our code: an engine has four pictures, and the last one's frame is a draft in the document. */
export const placeInHost: Measurement = {
  name: "engine's done to the last of four pictures placed in the host",
  measure: async () => {
    const engine = createScriptedEngine()
    const panel = await openPanel({ engines: [engine] })
    const samples: number[] = []
    try {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const pictures = await Promise.all(Array.from({ length: PICTURES }, noisyPicture))
        await panel.press(`figurine ${round}`)
        await engine.started(round * PICTURES)
        const last = panel.placed(round * PICTURES)
        const done = performance.now()
        for (const [index, one] of engine.runs.slice(-PICTURES).entries())
          one.say({ type: 'finished', bytes: pictures[index] ?? new Uint8Array() })
        await last
        samples.push(performance.now() - done)
      }
      await panel.reported()
    } finally {
      await panel.stop()
    }
    return { medianMs: percentile(samples, 0.5), p95Ms: percentile(samples, 0.95) }
  },
}
