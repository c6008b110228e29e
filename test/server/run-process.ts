import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as v from 'valibot'
import { onTestFinished } from 'vitest'
import { contract } from '../../shared/contract/index.ts'

const ENTRY = join(import.meta.dirname, '../../server/index.ts')

/** `node server/index.ts`, as `npm start` runs it; `preload` is a module that its process loads before. */
export const runProcess = (environment: Record<string, string>, preload?: string) => {
  const imports = preload === undefined ? [] : ['--import', preload]
  const child = spawn(process.execPath, [...imports, ENTRY], {
    env: { PATH: process.env.PATH, MAQUETTE_PORT: '0', ...environment },
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()))
  const end = async (): Promise<unknown> => (await ended)[0]
  const started = async () => {
    while (!said.out.includes('Ctrl+C'))
      await Promise.race([
        once(child.stdout, 'data'),
        ended.then(() => Promise.reject(new Error(said.err))),
      ])
    const [, url, token] = /(http:\/\/localhost:\d+)\/#token=([\w-]{43})/.exec(said.out)!
    const origin = url!.replace('localhost', '127.0.0.1')
    const ask = async (path: string, json?: unknown): Promise<Response> =>
      fetch(origin + path, {
        headers: { authorization: `Bearer ${token!}`, 'content-type': 'application/json' },
        ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
      })
    const list = async () =>
      v.parse(contract.listJobs.response, await (await ask('/v1/jobs')).json()).jobs
    return { ask, list, origin, token: token! }
  }
  return { child, said, end, started }
}
