import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildStudioFolder } from './build-studio-folder.ts'
import { freePort } from './free-port.ts'
import type { RunningStudio } from './start-studio.ts'

export type KillableStudio = RunningStudio & {
  /** As `kill -9` does: nothing is said, nothing is finished. */
  readonly kill: () => Promise<void>
  /** The same proxy once more, on the same data and port. */
  readonly startAgain: () => Promise<void>
}

const ENTRY = join(import.meta.dirname, 'run-studio.ts')

/** A proxy with the studio as a process of its own. */
export const startKillableStudio = async (
  environment: Readonly<Record<string, string>>,
): Promise<KillableStudio> => {
  const port = await freePort()
  const address = { MAQUETTE_PORT: String(port) }
  const folder = await buildStudioFolder(port)
  const run = async () => {
    const child = spawn(process.execPath, [ENTRY, folder], {
      env: {
        PATH: process.env['PATH'],
        ...environment,
        ...address,
        MAQUETTE_DATA: join(folder, 'data'),
      },
    })
    const ended = once(child, 'exit')
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const [token] = (await Promise.race([
      once(child.stdout, 'data'),
      ended.then(() => Promise.reject(new Error(said))),
    ])) as [Buffer]
    const kill = async () => {
      child.kill('SIGKILL')
      await ended
    }
    return { token: token.toString(), kill }
  }
  let current = await run()
  const { token } = current
  const origin = `http://localhost:${port}`
  return {
    origin,
    port,
    token,
    ask: (path, init) =>
      fetch(origin + path, { ...init, headers: { authorization: `Bearer ${token}` } }),
    kill: () => current.kill(),
    startAgain: async () => {
      current = await run()
    },
    stop: async () => {
      await current.kill()
      await rm(folder, { recursive: true })
    },
  }
}
