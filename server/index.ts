import { readConfig } from './config.ts'
import { createProxy } from './create-proxy.ts'
import { createLog } from './log.ts'
import { StartError } from './start-error.ts'

/** The only place that ever shows the token: it is the way in for the person who started the proxy. */
const welcome = (port: number, token: string): string => `
  Maquette is running. Leave this window open.

  Studio   http://localhost:${port}/#token=${token}
  Figma    Plugins → Development → Maquette → Settings, then paste this token:
           ${token}

  Press Ctrl+C to stop it; unfinished drafts go on at the next start.
`

const main = async (): Promise<void> => {
  const proxy = createProxy({ config: readConfig(process.env), log: createLog(process.stderr) })
  const { port } = await proxy.start()
  process.stdout.write(welcome(port, proxy.token))
  const stop = async (): Promise<void> => {
    await proxy.stop()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

try {
  await main()
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`\nMaquette cannot start.\n${error.message}\n`)
  process.exit(1)
}
