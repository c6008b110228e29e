import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ConnectionLimits } from '../../server/listen.ts'
import { contract, uploadFile } from '../../shared/contract/index.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { jobRequest } from './job-request.ts'
import { statusOf } from './raw-request.ts'
import { startProxy } from './start-proxy.ts'

const LIMITS: ConnectionLimits = {
  headers: 200,
  request: 400,
  silence: 300,
  idle: 200,
  look: 20,
  close: 300,
  count: 8,
}
const TRICKLE = 25

/** Every route that takes a body. */
const BODIES = [
  uploadFile,
  ...Object.values(contract).filter((endpoint) => 'body' in endpoint),
].map(({ method, path }) => [method, path.replaceAll(/\{\w+\}/g, '0')] as const)

const openProxy = async () => {
  const engine = createScriptedEngine()
  const started = await startProxy({ engines: [engine], limits: LIMITS })
  const open = (): Socket => {
    const socket = connect(started.port, '127.0.0.1')
    // The proxy may hang up while something is on its way.
    socket.on('error', () => undefined)
    onTestFinished(() => void socket.destroy())
    return socket
  }
  const head = (method: string, path: string, ...more: string[]): string =>
    [
      `${method} ${path} HTTP/1.1`,
      'Host: localhost',
      `Authorization: Bearer ${started.proxy.token}`,
      'Content-Type: application/json',
      ...more,
      '\r\n',
    ].join('\r\n')
  return { ...started, open, head, engine }
}

/** However it comes: an error of the socket is no more than its end. */
const next = (socket: Socket, ...events: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    for (const event of events) socket.once(event, () => resolve())
  })

/** All that the proxy says until it hangs up, while `say` goes on. */
const heardFrom = async (socket: Socket, say?: (isOpen: () => boolean) => Promise<void>) => {
  let heard = ''
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')))
  const closed = next(socket, 'close')
  await say?.(() => !socket.destroyed && socket.writable)
  await closed
  return heard
}

const trickle =
  (socket: Socket, text = 'x') =>
  async (isOpen: () => boolean): Promise<void> => {
    while (isOpen()) {
      socket.write(text)
      await delay(TRICKLE)
    }
  }

describe('whoever holds on to a connection is cut off', () => {
  it('without a word', async () => {
    const { open } = await openProxy()
    expect(await heardFrom(open())).not.toContain('200')
  })

  it('one byte of a header at a time', async () => {
    const { open } = await openProxy()
    const socket = open()
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    expect(statusOf(await heardFrom(socket, trickle(socket)))).toBe(408)
  })

  it.each(BODIES)('one byte of a body at a time: %s %s', async (method, path) => {
    const { open, head, engine } = await openProxy()
    const send = async (length: string, text: string) => {
      const socket = open()
      socket.write(head(method, path, length))
      await heardFrom(socket, trickle(socket, text))
    }
    await Promise.all([
      send('Content-Length: 5000', 'x'),
      send('Transfer-Encoding: chunked', '1\r\nx\r\n'),
    ])
    expect(engine.runs).toHaveLength(0)
  })

  it('after an answer', async () => {
    const { open } = await openProxy()
    const socket = open()
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(statusOf(await heardFrom(socket))).toBe(200)
  })

  it('without reading the events that it asked for', async () => {
    const { open, head, create, request } = await openProxy()
    const brief = '字'.repeat(2000)
    for (let count = 0; count < 400; count += 1) await create(jobRequest({ brief }))
    const socket = open()
    socket.pause()
    socket.write(head('GET', '/v1/events', 'Last-Event-ID: 0'))
    await delay(5 * LIMITS.silence)
    expect((await request('/v1/status')).status).toBe(200)
    // What the system had taken in comes, and then the end, and not the rest.
    const heard = await heardFrom(socket.resume())
    expect(heard).toContain('event-stream')
    expect(heard).not.toContain('"ready"')
  })

  it('when there are too many, while the others go on', async () => {
    const { open, head } = await openProxy()
    const first = open()
    await next(first, 'connect')
    const others = Array.from({ length: LIMITS.count }, open)
    expect(await heardFrom(others.at(-1) ?? first)).toBe('')
    first.write(head('GET', '/v1/status', 'Connection: close'))
    expect(statusOf(await heardFrom(first))).toBe(200)
  })
})

describe('a body that never ends', () => {
  const CHUNK = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  const LIMIT = 128 * 1024 * 1024

  it.each(BODIES)('is refused before it is there: %s %s', async (method, path) => {
    const { open, head, engine, call } = await openProxy()
    const socket = open()
    let sent = 0
    socket.write(head(method, path, 'Transfer-Encoding: chunked'))
    const heard = await heardFrom(socket, async (isOpen) => {
      while (isOpen() && sent < LIMIT) {
        sent += CHUNK.length
        if (!socket.write(CHUNK)) await next(socket, 'drain', 'close')
      }
    })
    expect(statusOf(heard)).toBe(413)
    expect(sent).toBeLessThan(LIMIT)
    expect(engine.runs).toHaveLength(0)
    expect((await call('listJobs', '/v1/jobs')).jobs).toEqual([])
  })

  it.each(BODIES)('is not asked for when its length says so: %s %s', async (method, path) => {
    const { open, head } = await openProxy()
    const socket = open()
    socket.write(head(method, path, `Content-Length: ${2 ** 40}`))
    expect(statusOf(await heardFrom(socket))).toBe(413)
  })
})
