import { describe, expect, it } from 'vitest'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { jobRequest } from './job-request.ts'
import { rawRequest, statusOf } from './raw-request.ts'
import { startProxy } from './start-proxy.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']

/** A proxy whose engine counts, and a way to press on it with the good token and these headers. */
const openProxy = async (publicUrl: string | null = null) => {
  const engine = createScriptedEngine()
  const { port, proxy } = await startProxy({
    engines: [engine],
    config: { hosting: { host: null, token: null, publicUrl, trustedHops: 0 } },
  })
  const authorization = `Authorization: Bearer ${proxy.token}`
  const press = (method: string, headers: readonly string[], target = '/v1/jobs') =>
    rawRequest(port, {
      method,
      target: target.replace('PORT', String(port)),
      headers: [...headers, authorization],
      json: jobRequest(),
    })
  return { engine, port, press, authorization }
}

const GOOD = [
  'localhost:PORT',
  'LOCALHOST:PORT',
  'localhost.',
  'localhost.:PORT',
  'localhost',
  '127.0.0.1',
  '127.0.0.1:PORT',
  '[::1]:PORT',
  '[::1]',
  'studio.localhost:1',
]

const BAD = [
  ['evil.example'],
  ['evil.example:PORT'],
  ['127.0.0.1.evil.example'],
  ['localhost.evil.example'],
  ['evil.localhost.example'],
  ['notlocalhost'],
  ['.localhost'],
  ['localhost..'],
  ['localhost@evil.example'],
  ['evil.example@localhost'],
  ['user:word@localhost'],
  ['127.0.0.2'],
  ['127.1'],
  ['0.0.0.0'],
  ['0x7f000001'],
  ['2130706433'],
  ['[::]'],
  ['[::ffff:127.0.0.1]'],
  ['[0:0:0:0:0:0:0:1]'],
  ['[fe80::1]'],
  ['::1'],
  ['localhost,evil.example'],
  ['localhost evil.example'],
  ['localhost/evil.example'],
  ['localhost#evil.example'],
  ['localhost:port'],
  ['localhost:'],
  ['localhost:1:1'],
  ['localhost%00'],
  ['maquette.example.com'],
  [':PORT'],
  [''],
  ['localhost', 'localhost'],
  ['localhost', 'evil.example'],
  ['evil.example', 'localhost'],
]

describe('Host', () => {
  it.each(GOOD)('lets in %s', async (host) => {
    const { port } = await startProxy()
    const answer = await rawRequest(port, { target: '/healthz', headers: [`Host: ${host}`] })
    expect(statusOf(answer)).toBe(200)
  })

  it('is what a press needs besides the token', async () => {
    const { engine, press } = await openProxy()
    expect(statusOf(await press('POST', ['Host: localhost']))).toBe(202)
    await engine.started(1)
  })

  it.each(BAD)('refuses %s %s on every method, with the token', async (...hosts) => {
    const { engine, press } = await openProxy()
    const headers = hosts.map((host) => `Host: ${host}`)
    for (const method of METHODS) {
      const answer = await press(method, headers)
      expect([method, statusOf(answer)]).toEqual([method, 403])
      if (method !== 'HEAD') expect(answer).toContain('"code":"forbidden_host"')
      expect(answer.toLowerCase()).toContain('access-control-allow-origin: *')
    }
    expect(engine.runs).toHaveLength(0)
  })

  it('refuses a request without one, on every method', async () => {
    const { engine, port, press, authorization } = await openProxy()
    for (const method of METHODS)
      expect([method, statusOf(await press(method, []))]).toEqual([method, 400])
    const old = await rawRequest(port, { version: '1.0', headers: [authorization] })
    expect(statusOf(old)).toBe(403)
    expect(engine.runs).toHaveLength(0)
  })

  it.each([
    'http://evil.example/v1/jobs',
    'http://evil.example:PORT/v1/jobs',
    'https://evil.example/v1/jobs',
    'http://localhost@evil.example/v1/jobs',
    'http://localhost.evil.example/v1/jobs',
    'evil.example/v1/jobs',
    '*',
  ])('does not count when the target says otherwise: %s', async (target) => {
    const { engine, press } = await openProxy()
    for (const method of METHODS) {
      const status = statusOf(await press(method, ['Host: localhost'], target))
      expect([method, status >= 400 && status < 500]).toEqual([method, true])
    }
    expect(engine.runs).toHaveLength(0)
  })

  it('is asked for when the target names this machine as well', async () => {
    const { engine, press } = await openProxy()
    const target = 'http://localhost:PORT/v1/jobs'
    expect(statusOf(await press('POST', ['Host: evil.example'], target))).toBe(403)
    expect(engine.runs).toHaveLength(0)
    expect(statusOf(await press('POST', ['Host: localhost:PORT'], target))).toBe(202)
  })

  it('is of no use to a tunnel', async () => {
    const { engine, port, authorization } = await openProxy()
    const headers = ['Host: localhost', authorization]
    for (const target of ['localhost:PORT', 'evil.example:443'])
      expect(await rawRequest(port, { method: 'CONNECT', target, headers })).toBe('')
    expect(engine.runs).toHaveLength(0)
  })

  it('answers on both loopback addresses', async () => {
    const { port } = await startProxy()
    for (const address of ['127.0.0.1', '::1']) {
      const asked = { target: '/healthz', headers: ['Host: localhost'], address }
      expect(statusOf(await rawRequest(port, asked))).toBe(200)
    }
  })
})

describe('Host of a hosted proxy', () => {
  const PUBLIC = 'https://maquette.example.com:8443'

  it.each([
    'maquette.example.com',
    'MAQUETTE.example.com.:8443',
    'maquette.example.com:8787',
    'localhost',
  ])('lets in %s', async (host) => {
    const { press } = await openProxy(PUBLIC)
    expect(statusOf(await press('POST', [`Host: ${host}`]))).toBe(202)
  })

  it.each([
    'example.com',
    'www.maquette.example.com',
    'maquette.example.com.evil.example',
    'maquettexexample.com',
    'maquette.example.com@evil.example',
  ])('refuses %s on every method, with the token', async (host) => {
    const { engine, press } = await openProxy(PUBLIC)
    // What a reverse proxy adds is no name to believe.
    const headers = [`Host: ${host}`, 'X-Forwarded-Host: maquette.example.com']
    for (const method of METHODS)
      expect([method, statusOf(await press(method, headers))]).toEqual([method, 403])
    expect(engine.runs).toHaveLength(0)
  })
})
