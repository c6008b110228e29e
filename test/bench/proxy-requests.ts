import { performance } from 'node:perf_hooks'
import { jobRequest } from '../server/job-request.ts'
import { startServer } from './start-server.ts'
import type { Measurement } from './figures.ts'
import { runAtOnce } from './run-at-once.ts'

const REQUESTS = 5000
const AT_ONCE = 32

export const proxyRequests: Measurement = {
  name: 'proxy requests',
  measure: async () => {
    const server = await startServer()
    const rate = async (path: string): Promise<number> => {
      const began = performance.now()
      await runAtOnce(REQUESTS, AT_ONCE, async () => {
        const answer = await server.ask(path)
        await answer.arrayBuffer()
      })
      return Math.round(REQUESTS / ((performance.now() - began) / 1000))
    }
    try {
      const job = await server.draw(jobRequest(), 50)
      const file = job.outputs[0]?.file ?? 'none'
      return {
        jobsPerSecond: await rate(`/v1/jobs/${job.id}`),
        filesPerSecond: await rate(`/v1/files/${file}`),
      }
    } finally {
      await server.stop()
    }
  },
}
