import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setInterval } from 'node:timers'
import { setTimeout as delay } from 'node:timers/promises'
import { systemClock } from '../../server/clock.ts'
import { createCleaners } from '../../server/sheets/run/create-cleaners.ts'
import { generateSheet } from '../sheets/generate/generate-sheet.ts'
import { TUNING } from '../sheets/generate/sheet-kinds.ts'
import type { Measurement } from './figures.ts'
import { percentile } from './percentile.ts'

const SHEETS = 12
/** Milliseconds in which nothing is cleaned: the delay that other work on the machine makes. */
const IDLE = 4000

/** Pages cleaned by one thread and by two, and how long the main thread kept others waiting meanwhile. */
export const cleanSheets: Measurement = {
  name: `sheets: ${SHEETS} pages in one thread, then in two`,
  measure: async () => {
    const pages: Uint8Array[] = []
    for (let seed = 1; seed <= SHEETS; seed += 1)
      pages.push((await generateSheet(seed, TUNING)).bytes)
    const memory: number[] = []
    const watch = setInterval(() => memory.push(process.memoryUsage.rss() / 1e6), 500)
    const run = async (threads: number) => {
      const cleaners = createCleaners(threads, systemClock)
      const clean = async (bytes: Uint8Array): Promise<number> => {
        const began = performance.now()
        const signal = new AbortController().signal
        await cleaners.clean({ bytes, cells: null }, () => undefined, signal)
        return (performance.now() - began) / 1000
      }
      // Loading the models is no part of a page.
      await Promise.all(pages.slice(0, threads).map(clean))
      const waiting = [...pages]
      const times: number[] = []
      const lag = monitorEventLoopDelay({ resolution: 10 })
      lag.enable()
      const began = performance.now()
      await Promise.all(
        Array.from({ length: threads }, async () => {
          for (let page = waiting.pop(); page !== undefined; page = waiting.pop())
            times.push(await clean(page))
        }),
      )
      const seconds = (performance.now() - began) / 1000
      lag.disable()
      await cleaners.close()
      return { times, seconds, lag }
    }
    try {
      const idle = monitorEventLoopDelay({ resolution: 10 })
      idle.enable()
      await delay(IDLE)
      idle.disable()
      const one = await run(1)
      const two = await run(2)
      return {
        secondsPerSheetOneThread: one.seconds / SHEETS,
        p95SecondsOneThread: percentile(one.times, 0.95),
        sheetsPerSecondTwoThreads: SHEETS / two.seconds,
        p95SecondsTwoThreads: percentile(two.times, 0.95),
        mainLoopP99Ms: Math.max(one.lag.percentile(99), two.lag.percentile(99)) / 1e6,
        mainLoopMaxMs: Math.max(one.lag.max, two.lag.max) / 1e6,
        idleLoopP99Ms: idle.percentile(99) / 1e6,
        peakMemoryMb: Math.max(...memory),
      }
    } finally {
      clearInterval(watch)
    }
  },
}
