import { performance } from 'node:perf_hooks'
import { setInterval, setTimeout } from 'node:timers'
import type { ServerEvent } from '../../shared/contract/index.ts'
import { jobRequest } from '../server/job-request.ts'
import type { Measurement } from './figures.ts'
import { followEvents } from './follow-events.ts'
import { percentile } from './percentile.ts'
import { readMemory } from './read-memory.ts'
import { runAtOnce } from './run-at-once.ts'
import { startReplicate } from './start-replicate.ts'
import { startServer } from './start-server.ts'

const JOBS = Number(process.env['JOBS'] ?? 1000)
const AT_ONCE = 50
const PICTURES = 4
const PANELS = 20

/** The newest picture of a job's event: from when it was kept to now, in milliseconds; null where there is none. */
const latencyOf = (event: ServerEvent, seen: Set<string>): number | null => {
  if (event.type !== 'job') return null
  const fresh = event.job.outputs.filter(({ index }) => !seen.has(`${event.job.id}/${index}`))
  for (const { index } of fresh) seen.add(`${event.job.id}/${index}`)
  const newest = Math.max(...fresh.map(({ finishedAt }) => Date.parse(finishedAt)))
  return fresh.length === 0 ? null : Date.now() - newest
}

/** A workspace at work: everybody's pictures of 1 MB, and everybody's panel that hears of all of them. */
export const replicateLoad: Measurement = {
  name: 'replicate: 1,000 jobs of four 1 MB pictures, 50 at a time, 20 panels',
  measure: async () => {
    const replicate = await startReplicate()
    const server = await startServer({
      ...replicate.environment,
      MAQUETTE_MODEL: 'maker/nua-figurine',
      MAQUETTE_MAX_USD_PER_MINUTE: '10000',
      MAQUETTE_MAX_USD_PER_DAY: '10000',
      MAQUETTE_MAX_USD_PER_MONTH: '10000',
    })
    const memory: number[] = []
    const latencies: number[] = []
    const heard = { events: 0, bytes: 0 }
    const panels = Array.from({ length: PANELS }, async () => {
      const seen = new Set<string>()
      await followEvents(await server.ask('/v1/events'), (event, bytes) => {
        heard.events += 1
        heard.bytes += bytes
        const latency = latencyOf(event, seen)
        if (latency !== null) latencies.push(latency)
      })
    })
    const broken = Promise.all(panels)
    let isOver = false
    broken.catch(() => isOver)
    const watch = setInterval(() => memory.push(readMemory(server.pid)), 250)
    try {
      const began = performance.now()
      server.watchDelay()
      const work = runAtOnce(JOBS, AT_ONCE, async (number) => {
        const request = jobRequest({ brief: `cat number ${number}`, count: PICTURES })
        const job = await server.draw(request, 1000)
        if (job.outputs.length !== PICTURES) throw new Error('A picture is missing.')
      })
      await Promise.race([work, broken])
      const wallSeconds = (performance.now() - began) / 1000
      const { p50, p99, max, cpuSeconds } = await server.delay()
      await new Promise((resolve) => setTimeout(resolve, 500))
      isOver = true
      const [runs, wanted] = [await replicate.runs(), JOBS * PICTURES]
      if (runs !== wanted) throw new Error(`${runs} runs for ${wanted} pictures.`)
      if (latencies.length !== wanted * PANELS)
        throw new Error(`${latencies.length} of ${wanted * PANELS} pictures reached their panels.`)
      const quarter = Math.ceil(memory.length / 4)
      const worstOf = (at: number) => percentile(memory.slice(at * quarter, (at + 1) * quarter), 1)
      return {
        wallSeconds,
        memoryFirstQuarterMb: worstOf(0),
        memorySecondQuarterMb: worstOf(1),
        memoryThirdQuarterMb: worstOf(2),
        memoryLastQuarterMb: worstOf(3),
        eventLoopP50Ms: p50 ?? NaN,
        eventLoopP99Ms: p99 ?? NaN,
        eventLoopMaxMs: max ?? NaN,
        cpuSeconds: cpuSeconds ?? NaN,
        eventP50Ms: percentile(latencies, 0.5),
        eventP95Ms: percentile(latencies, 0.95),
        eventWorstMs: percentile(latencies, 1),
        eventsPerPanelAndPicture: heard.events / PANELS / wanted,
        kilobytesPerPanelAndPicture: heard.bytes / 1024 / PANELS / wanted,
      }
    } finally {
      clearInterval(watch)
      await server.stop()
      await replicate.stop()
    }
  },
}
