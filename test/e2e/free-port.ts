import { createServer } from 'node:net'
import { once } from 'node:events'

/** A port that nobody listens on right now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was free.')
  return address.port
}
