import { describe, expect, it } from 'vitest'
import { createManualClock } from '../fakes/manual-clock.ts'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { jobRequest } from './job-request.ts'
import { rawRequest, statusOf } from './raw-request.ts'
import { startProxy } from './start-proxy.ts'
import { runToken } from './tokens/run-token.ts'

describe('token', () => {
  const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
  const concrete = (path: string) =>
    path.replace(':id', 'x').replace(':index', '0').replace('*', 'anything')

  it('is asked for by every route of the router but the health check and the studio’s files', async () => {
    const engine = createScriptedEngine()
    const clock = createManualClock()
    const { proxy, data, request } = await startProxy({ engines: [engine], clock })
    const anna = runToken(data, ['create', 'anna'])
    expect((await request('/v1/status', { headers: anna.headers })).status).toBe(200)
    runToken(data, ['revoke', 'anna'])

    const paths = [...new Set(proxy.app.routes.map(({ path }) => concrete(path)))]
    const open = paths.filter((path) => !path.startsWith('/v1/'))
    expect(open).toEqual([
      '/anything',
      '/healthz',
      '/plugin/main.js',
      '/plugin/ui.js',
      '/plugin/manifest.json',
    ])
    const closed = paths.filter((path) => path.startsWith('/v1/'))
    expect(closed.length).toBeGreaterThan(12)

    for (const path of closed)
      for (const method of METHODS)
        for (const authorization of [
          '',
          'Bearer',
          'Bearer wrong',
          `Basic ${proxy.token}`,
          `Bearer ${proxy.token}x`,
          proxy.token,
          anna.headers.authorization,
        ]) {
          const response = await request(path, {
            method,
            headers: { authorization },
            ...(method !== 'GET' && method !== 'HEAD' && { json: jobRequest() }),
          })
          const text = await response.text()
          expect([method, path, response.status]).toEqual([method, path, 401])
          if (method !== 'HEAD') expect(text).toContain('"code":"unauthorized"')
          // Too many wrong ones in a minute are answered otherwise.
          clock.advance(60_000)
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
    const answer = await rawRequest(port, {
      method: 'POST',
      target: '/v1/files',
      headers: ['Host: localhost', 'Content-Type: image/png', 'Content-Length: 1000000'],
    })
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
