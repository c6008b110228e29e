import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { jobRequest } from './job-request.ts'
import { startProxy } from './start-proxy.ts'

/** Exactly these lines over a socket: fetch would not send them. */
const send = async (
  port: number,
  lines: readonly string[],
  host = '127.0.0.1',
): Promise<string> => {
  const socket = connect(port, host)
  socket.end([...lines, 'Connection: close', '', ''].join('\r\n'))
  return text(socket)
}
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe('Host', () => {
  it.each([
    'localhost:PORT',
    'LOCALHOST:PORT',
    'localhost.',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:PORT',
    '[::1]:PORT',
    '[::1]',
    'studio.localhost:1',
  ])('lets in %s', async (host) => {
    const { port } = await startProxy()
    const answer = await send(port, [
      'GET /healthz HTTP/1.1',
      `Host: ${host.replace('PORT', String(port))}`,
    ])
    expect(statusOf(answer)).toBe(200)
  })

  it.each([
    ['evil.example'],
    ['127.0.0.1.evil.example'],
    ['localhost.evil.example'],
    ['notlocalhost'],
    ['.localhost'],
    ['localhost..'],
    ['localhost@evil.example'],
    ['evil.example@localhost'],
    ['127.0.0.2'],
    ['0.0.0.0'],
    ['2130706433'],
    ['[::ffff:127.0.0.1]'],
    ['localhost,evil.example'],
    ['localhost:port'],
    [':PORT'],
    [''],
    ['localhost', 'localhost'],
    ['localhost', 'evil.example'],
  ])('refuses %s %s, with the token and without an Origin', async (...hosts) => {
    const { port, proxy } = await startProxy()
    const answer = await send(port, [
      'GET /v1/status HTTP/1.1',
      ...hosts.map((host) => `Host: ${host.replace('PORT', String(port))}`),
      `Authorization: Bearer ${proxy.token}`,
    ])
    expect(statusOf(answer)).toBe(403)
    expect(answer).toContain('"code":"forbidden_host"')
    expect(answer.toLowerCase()).toContain('access-control-allow-origin: *')
  })

  it('refuses a request without one', async () => {
    const { port, proxy } = await startProxy()
    const authorization = `Authorization: Bearer ${proxy.token}`
    expect(statusOf(await send(port, ['GET /v1/status HTTP/1.1', authorization]))).toBe(400)
    expect(statusOf(await send(port, ['GET /v1/status HTTP/1.0', authorization]))).toBe(403)
  })

  it('answers on both loopback addresses', async () => {
    const { port } = await startProxy()
    for (const address of ['127.0.0.1', '::1']) {
      const answer = await send(port, ['GET /healthz HTTP/1.1', 'Host: localhost'], address)
      expect(statusOf(answer)).toBe(200)
    }
  })
})

describe('token', () => {
  const concrete = (path: string) =>
    path.replace(':id', 'x').replace(':index', '0').replace('*', 'anything')

  it('is asked for by every route under /v1, whatever the method', async () => {
    const engine = createScriptedEngine()
    const { proxy, refusal } = await startProxy({ engines: [engine] })
    const routes = proxy.app.routes
      .map(({ path, method }) => ({ path: concrete(path), method }))
      .filter(({ path }) => path.startsWith('/v1'))
      .flatMap(({ path, method }) =>
        method === 'ALL'
          ? ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].map((each) => ({ path, method: each }))
          : [{ path, method }],
      )
    expect(routes.length).toBeGreaterThan(15)
    for (const { path, method } of routes)
      for (const authorization of [
        '',
        'Bearer',
        'Bearer wrong',
        `Basic ${proxy.token}`,
        proxy.token,
      ]) {
        const refused = await refusal(path, {
          method,
          headers: { authorization },
          ...(method !== 'GET' && { json: jobRequest() }),
        })
        expect([method, path, refused.status, refused.code]).toEqual([
          method,
          path,
          401,
          'unauthorized',
        ])
      }
    expect(engine.runs).toHaveLength(0)
  })

  it('is not taken from the address', async () => {
    const { proxy, refusal } = await startProxy()
    const path = `/v1/status?token=${proxy.token}&access_token=${proxy.token}`
    expect(await refusal(path, { headers: { authorization: '' } })).toMatchObject({ status: 401 })
  })

  it('is asked for before the body is read', async () => {
    const { port } = await startProxy()
    const answer = await send(port, [
      'POST /v1/files HTTP/1.1',
      'Host: localhost',
      'Content-Type: image/png',
      'Content-Length: 1000000',
    ])
    expect(statusOf(answer)).toBe(401)
  })

  it('is not asked for by the health check', async () => {
    const { request } = await startProxy()
    const response = await request('/healthz', { headers: { authorization: '' } })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('is in no line of the log, and neither is a brief', async () => {
    const engine = createScriptedEngine()
    engine.onStart = (picture) => {
      throw new Error(`Cannot draw ${picture.prompt}`)
    }
    const { proxy, logged, create, ended, request } = await startProxy({ engines: [engine] })
    const { id } = await create(jobRequest({ brief: 'a secretbrief' }))
    expect((await ended(id)).state).toBe('failed')
    await request(`/v1/files/${'a'.repeat(64)}?token=${proxy.token}`)
    await request('/v1/jobs', { json: { brief: 'a secretbrief' } })
    expect(logged.join('')).toContain('A picture failed')
    expect(logged.join('')).not.toContain(proxy.token)
    expect(logged.join('')).not.toContain('secretbrief')
  })
})

describe('another origin', () => {
  const origin = { origin: 'null' }

  it('may ask, without a token', async () => {
    const { request } = await startProxy()
    const response = await request('/v1/jobs', {
      method: 'OPTIONS',
      headers: {
        ...origin,
        authorization: '',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,last-event-id',
      },
    })
    expect(response.status).toBe(204)
    const { headers } = response
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-headers')).toBe(
      'authorization,content-type,last-event-id',
    )
    expect(headers.get('access-control-allow-methods')).toBe('GET,POST,PUT,DELETE')
    expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(0)
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  })

  it.each([
    [200, '/v1/status', {}],
    [401, '/v1/status', { headers: { authorization: '' } }],
    [404, '/v1/nothing', {}],
    [404, '/nothing', {}],
    [400, '/v1/jobs', { json: {} }],
    [413, '/v1/jobs', { json: 'x'.repeat(70_000) }],
    [415, '/v1/jobs', { body: '{}' }],
  ])('reads a %i answer', async (status, path, call) => {
    const { request } = await startProxy()
    const response = await request(path, {
      ...call,
      headers: { ...origin, ...('headers' in call && call.headers) },
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-expose-headers')).toBe('retry-after,x-request-id')
    expect(response.headers.get('x-request-id')).toMatch(/./)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('reads an answer about a broken proxy, which says nothing about the inside', async () => {
    const engine = createScriptedEngine()
    engine.model = () => {
      throw new Error('a secret inside')
    }
    const { request, logged } = await startProxy({ engines: [engine] })
    const response = await request('/v1/jobs', { json: jobRequest() })
    const body = await response.text()
    expect(response.status).toBe(500)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(body).toContain('"code":"internal"')
    expect(body).not.toContain('secret')
    expect(logged.join('')).toContain('"route":"/v1/jobs"')
    expect(logged.join('')).not.toContain('secret')
  })
})

describe('caching', () => {
  it('keeps no JSON', async () => {
    const { request } = await startProxy()
    for (const path of ['/v1/status', '/v1/nothing'])
      expect((await request(path)).headers.get('cache-control')).toBe('no-store')
  })
})
