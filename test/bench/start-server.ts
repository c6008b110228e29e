import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'
import type { JobView } from '../../shared/contract/index.ts'
import { contract } from '../../shared/contract/index.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'
import { freePort } from '../e2e/free-port.ts'

const ROOT = join(import.meta.dirname, '../..')
const preload = ['--import', join(import.meta.dirname, 'report-delay.ts')]
const Scripts = v.object({ scripts: v.object({ start: v.string() }) })
/** What `npm start` gives Node: without a bound, V8 keeps 150 MB for a heap of 30. */
const flags =
  /node (.*) server/
    .exec(
      v.parse(Scripts, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).scripts.start,
    )?.[1]
    ?.split(' ') ?? []
const Delay = v.tuple([v.record(v.picklist(['p50', 'p99', 'max', 'cpuSeconds']), v.number())])

/** The real proxy in a process of its own, with an instant sample engine and what the settings say. */
export const startServer = async (environment: Readonly<Record<string, string>> = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'maquette-bench-'))
  const port = await freePort()
  const server = spawn(process.execPath, [...flags, ...preload, 'server/index.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      MAQUETTE_PORT: String(port),
      MAQUETTE_DATA: folder,
      MAQUETTE_SAMPLE_SECONDS: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (server.stdout === null) throw new Error('The proxy has no output.')
  await once(server.stdout, 'data')
  const token = (await readFile(join(folder, 'token'), 'utf8')).trim()

  const ask = async (path: string, body?: unknown): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const parseJob = async (answer: Response): Promise<JobView> =>
    v.parse(contract.getJob.response, await answer.json()).job

  return {
    pid: server.pid ?? 0,
    /** Its data. */
    folder,
    ask,
    /** From now on, `delay` counts. */
    watchDelay: () => server.send('watch'),
    /** How long its event loop kept others waiting, in milliseconds, and the work that it did in all. */
    delay: async () => {
      const told = once(server, 'message')
      server.send('tell')
      return v.parse(Delay, await told)[0]
    },
    /** One job from the press to its end, looked at every so many milliseconds. Throws when it does not succeed. */
    draw: async (request: GenerateRequest, lookEveryMs: number): Promise<JobView> => {
      let job = await parseJob(await ask('/v1/jobs', request))
      while (job.finishedAt === null) {
        await setTimeout(lookEveryMs)
        job = await parseJob(await ask(`/v1/jobs/${job.id}`))
      }
      if (job.state !== 'succeeded') throw new Error(`The job ended as ${job.state}.`)
      return job
    },
    stop: async (): Promise<void> => {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}
