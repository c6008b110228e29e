import { setTimeout } from 'node:timers/promises'
import { newDocumentId } from '../server/job-request.ts'
import { MODEL, openReplicate, TOKEN } from '../server/replicate/open-replicate.ts'
import { temporaryFolder } from '../server/start-proxy.ts'
import { createCanvas } from './canvas.ts'
import { createDesigner } from './designer.ts'
import { createDrawUnique } from './draw-unique.ts'
import { createFastClock } from './fast-clock.ts'
import { createPanel } from './panel.ts'
import { readPaidRuns } from './paid-run.ts'

const DAY_MS = 24 * 3_600_000
const LOOK = 50

/** What outlives the proxy: its data folder, Replicate, a document, and two panels on it. */
export const openDesk = async (random: () => number) => {
  const since = Date.now()
  const data = temporaryFolder()
  const { fake, url } = await openReplicate({
    clock: createFastClock(since),
    timing: { startMs: 500, runMs: 2000 },
    draw: createDrawUnique(),
  })
  fake.script.retention(DAY_MS)
  const environment = {
    MAQUETTE_DATA: data,
    REPLICATE_API_TOKEN: TOKEN,
    MAQUETTE_REPLICATE_URL: `${url}/v1`,
    MAQUETTE_MODEL: MODEL,
    MAQUETTE_MAX_USD_PER_MINUTE: '1000',
    MAQUETTE_MAX_USD_PER_DAY: '1000',
    MAQUETTE_MAX_USD_PER_MONTH: '1000',
    CLOCK_SINCE: String(since),
    // Every life but the first one starts twice as fast with it.
    NODE_COMPILE_CACHE: temporaryFolder(),
  }
  const document = newDocumentId()
  const canvas = createCanvas()
  const panels = [0, 1].map(() => createPanel({ document, canvas, random }))
  const designer = createDesigner({ document, fake, panel: panels[0]!, random })
  /** Runs whose data Replicate has deleted. */
  const forgotten = new Set<string>()

  return {
    data,
    environment,
    document,
    fake,
    canvas,
    panels,
    designer,
    forgotten,
    /** All runs that Replicate has accepted, as they stand there. */
    paidRuns: () => readPaidRuns(fake.ledger, url),
    /** The proxy is down for longer than Replicate keeps what the newest run made. */
    stayAway: async (): Promise<void> => {
      const newest = fake.ledger.at(-1)
      if (newest === undefined) return
      for (;;) {
        const [run] = await readPaidRuns([newest], url)
        if (run?.isOver === true) break
        await setTimeout(LOOK)
      }
      fake.script.removeData(newest.id)
      forgotten.add(newest.id)
    },
  }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>
