import { readConfig } from './config.ts'
import { createProxy } from './create-proxy.ts'
import { createLog } from './log.ts'
import { StartError } from './start-error.ts'
import { welcome } from './welcome.ts'

const main = async (): Promise<void> => {
  const config = readConfig(process.env)
  const proxy = createProxy({ config, log: createLog(process.stderr) })
  const { port } = await proxy.start()
  process.stdout.write(welcome(port, proxy.token, config.hosting))
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
