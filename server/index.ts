import { readConfig } from './config.ts'
import { createProxy } from './create-proxy.ts'
import { createLog } from './log.ts'
import { setUpSharp } from './set-up-sharp.ts'
import { StartError } from './start-error.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { welcome } from './welcome.ts'

const main = async (): Promise<void> => {
  const config = readConfig(process.env)
  setUpSharp()
  const proxy = createProxy({ config, log: createLog(process.stderr) })
  const { port } = await proxy.start()
  process.stdout.write(welcome(port, proxy.token, config.hosting))
  stopOnSignal(proxy.stop)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`\nMaquette cannot start.\n${error.message}\n`)
  process.exit(1)
}
