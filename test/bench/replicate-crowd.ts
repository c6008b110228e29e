import { createFakeReplicate } from '../fakes/replicate/create-fake-replicate.ts'
import { jobRequest } from '../server/job-request.ts'
import type { Measurement } from './figures.ts'
import { noisyPicture } from './noisy-picture.ts'
import { percentile } from './percentile.ts'
import { startServer } from './start-server.ts'

const JOBS = 50
const PICTURES = 4
const MODEL = 'maker/nua-figurine'
/** What Replicate allows of all calls but creations (docs: rate limits). */
const ALLOWED_A_MINUTE = 3000

/** The most of these times, in milliseconds and sorted, that lie within any `span` of each other. */
const mostWithin = (times: readonly number[], span: number): number => {
  let first = 0
  return times.reduce((most, time, at) => {
    while (time - (times[first] ?? time) >= span) first += 1
    return Math.max(most, at - first + 1)
  }, 0)
}

/**
 * Fifty presses in the same moment, on runs as long as real ones. Replicate takes 600 new runs a minute, so the last
 * begin late; every call is counted by the fake, which refuses what is over its limits as Replicate does.
 */
export const replicateCrowd: Measurement = {
  name: 'replicate: 50 jobs of four pictures at once',
  measure: async () => {
    const pool = await Promise.all(Array.from({ length: 8 }, noisyPicture))
    const fake = createFakeReplicate({
      timing: { startMs: 500, runMs: 7000 },
      draw: ({ seed }) => Promise.resolve(pool[seed % pool.length] ?? new Uint8Array()),
    })
    const { url } = await fake.start()
    const server = await startServer({
      REPLICATE_API_TOKEN: fake.token,
      MAQUETTE_REPLICATE_URL: `${url}/v1`,
      MAQUETTE_MODEL: MODEL,
      MAQUETTE_MAX_USD_PER_MINUTE: '100',
      MAQUETTE_MAX_USD_PER_DAY: '100',
    })
    const began = performance.now()
    const waits: number[] = []
    try {
      await Promise.all(
        Array.from({ length: JOBS }, async (_, number) => {
          const request = jobRequest({ brief: `bear number ${number}`, count: PICTURES })
          const job = await server.draw(request, 500)
          if (job.outputs.length !== PICTURES) throw new Error('A picture is missing.')
          waits.push((performance.now() - began) / 1000)
        }),
      )
    } finally {
      await server.stop()
      await fake.stop()
    }
    fake.expectClean()
    const calls = fake.calls.filter(({ kind }) => kind !== 'delivery')
    const times = calls.map(({ at }) => at)
    const busiestMinute = mostWithin(times, 60_000)
    const refused = calls.filter(({ status }) => status === 429).length
    if (fake.ledger.length !== JOBS * PICTURES) throw new Error('Not one run for each picture.')
    if (busiestMinute > ALLOWED_A_MINUTE || refused > 0)
      throw new Error(`${busiestMinute} calls in a minute, ${refused} refused.`)
    return {
      wallSeconds: percentile(waits, 1),
      jobMedianSeconds: percentile(waits, 0.5),
      callsPerJob: calls.length / JOBS,
      callsBusiestMinute: busiestMinute,
      callsBusiestSecond: mostWithin(times, 1000),
    }
  },
}
