import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { selfSigned } from './self-signed.ts'

/**
 * What stands in front of a hosted proxy: takes HTTPS on `port`, passes the request on with its Host, and says whom it
 * comes from.
 */
export const startTlsProxy = async (name: string, port: number, target: number) => {
  const server = createServer(selfSigned(name), (incoming, outgoing) => {
    const { method, url, headers, socket } = incoming
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress }
    const passed = request({
      host: '127.0.0.1',
      port: target,
      method,
      path: url,
      headers: forwarded,
    })
    outgoing.on('close', () => passed.destroy())
    passed.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      pipeline(response, outgoing).catch(() => outgoing.destroy())
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
