import Replicate from 'replicate'
import * as v from 'valibot'
import type { FakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { createFakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import type { Measurement } from './figures.ts'
import { noisyPicture } from './noisy-picture.ts'
import { openPanel } from './open-panel.ts'
import { percentile } from './percentile.ts'

const ROUNDS = 15
const PICTURES = 4
const MODEL = 'maker/nua-figurine'
const Addresses = v.tuple([v.string()])

/** What its README shows, four times at once: `run`, and then the picture's bytes. Nothing is kept. */
const runPlainly = async (client: Replicate, version: string): Promise<void> => {
  const draw = async (seed: number): Promise<void> => {
    const input = { prompt: 'a clay bear', seed, output_format: 'png' }
    const [address] = v.parse(Addresses, await client.run(`${MODEL}:${version}`, { input }))
    await (await fetch(address)).arrayBuffer()
  }
  await Promise.all(Array.from({ length: PICTURES }, (_, seed) => draw(seed)))
}

/** When the last of the newest runs succeeded, in Replicate's words. Milliseconds since 1970. */
const succeededAt = async (client: Replicate, { ledger }: FakeReplicate): Promise<number> => {
  const runs = ledger.slice(-PICTURES).map(({ id }) => client.predictions.get(id))
  return Math.max(
    ...(await Promise.all(runs)).map(({ status, completed_at }) => {
      if (status !== 'succeeded') throw new Error(`A run is ${status}.`)
      return Date.parse(completed_at ?? '')
    }),
  )
}

/**
 * From Replicate's "succeeded" to the last of four pictures placed, and in turns with it a script that waits in the
 * request itself and stores nothing. The fake and all that asks it share this process.
 */
export const replicateToCanvas: Measurement = {
  name: 'replicate: succeeded to the last of four pictures placed in the host',
  measure: async () => {
    const pool = await Promise.all(Array.from({ length: 16 }, noisyPicture))
    const fake = createFakeReplicate({
      timing: { startMs: 200, runMs: 2000 },
      draw: ({ seed }) => Promise.resolve(pool[seed % pool.length] ?? new Uint8Array()),
    })
    const { url } = await fake.start()
    const client = new Replicate({ auth: fake.token, baseUrl: `${url}/v1` })
    const version = (await client.models.get('maker', 'nua-figurine')).latest_version?.id ?? ''
    const panel = await openPanel({
      environment: {
        REPLICATE_API_TOKEN: fake.token,
        MAQUETTE_REPLICATE_URL: `${url}/v1`,
        MAQUETTE_MODEL: MODEL,
        MAQUETTE_MAX_USD_PER_MINUTE: '100',
      },
    })
    const samples: number[] = []
    const plain: number[] = []
    const calls: number[] = []
    try {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const before = fake.count() - fake.count('delivery')
        const last = panel.placed(round * PICTURES)
        await panel.press(`figurine ${round}`)
        await last
        const placed = Date.now()
        calls.push(fake.count() - fake.count('delivery') - before)
        samples.push(placed - (await succeededAt(client, fake)))
        await panel.reported()

        await runPlainly(client, version)
        const downloaded = Date.now()
        plain.push(downloaded - (await succeededAt(client, fake)))
      }
      fake.expectClean()
    } finally {
      await panel.stop()
      await fake.stop()
    }
    return {
      medianMs: percentile(samples, 0.5),
      p95Ms: percentile(samples, 0.95),
      plainScriptMedianMs: percentile(plain, 0.5),
      plainScriptP95Ms: percentile(plain, 0.95),
      callsPerJobMedian: percentile(calls, 0.5),
      callsPerJobMost: percentile(calls, 1),
      pictureBytes: Math.round(pool.reduce((sum, one) => sum + one.length, 0) / pool.length),
    }
  },
}
