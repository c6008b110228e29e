import { performance } from 'node:perf_hooks'
import { setInterval } from 'node:timers'
import { jobRequest } from '../server/job-request.ts'
import type { Measurement } from './figures.ts'
import { percentile } from './percentile.ts'
import { readMemory } from './read-memory.ts'
import { runAtOnce } from './run-at-once.ts'
import { startServer } from './start-server.ts'

const JOBS = 1000
const AT_ONCE = 50

export const thousandJobs: Measurement = {
  name: '1,000 sample jobs, 50 at a time',
  measure: async () => {
    const server = await startServer()
    const memory: number[] = []
    const watch = setInterval(() => memory.push(readMemory(server.pid)), 250)
    const waits: number[] = []
    const began = performance.now()
    try {
      await runAtOnce(JOBS, AT_ONCE, async (number) => {
        const pressed = performance.now()
        await server.draw(jobRequest({ brief: `cat number ${number}` }), 50)
        waits.push(performance.now() - pressed)
      })
      const wall = performance.now() - began
      const quarter = Math.ceil(memory.length / 4)
      const worstOf = (at: number) => percentile(memory.slice(at * quarter, (at + 1) * quarter), 1)
      return {
        wallSeconds: wall / 1000,
        jobP95Ms: percentile(waits, 0.95),
        memoryMedianMb: percentile(memory, 0.5),
        memoryFirstQuarterMb: worstOf(0),
        memorySecondQuarterMb: worstOf(1),
        memoryThirdQuarterMb: worstOf(2),
        memoryLastQuarterMb: worstOf(3),
      }
    } finally {
      clearInterval(watch)
      await server.stop()
    }
  },
}
