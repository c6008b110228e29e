import { readConfig } from '../../server/config.ts'
import { createProxy } from '../../server/create-proxy.ts'
import { createLog } from '../../server/log.ts'
import { studioIn } from './build-studio-folder.ts'

/** A proxy that serves the studio of the folder that it is told, as a process of its own. Prints its token when it listens. */
const proxy = createProxy({
  config: readConfig(process.env),
  log: createLog(process.stderr),
  studio: studioIn(process.argv[2] ?? ''),
})
await proxy.start()
process.stdout.write(proxy.token)
