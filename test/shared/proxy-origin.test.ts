import { describe, expect, it } from 'vitest'
import { proxyOrigin } from '../../shared/proxy-origin.ts'

describe('proxyOrigin', () => {
  it.each([
    [{}, 'http://localhost:8787'],
    [{ MAQUETTE_PORT: '', MAQUETTE_PUBLIC_URL: '' }, 'http://localhost:8787'],
    [{ MAQUETTE_PORT: '9000' }, 'http://localhost:9000'],
    [{ MAQUETTE_PUBLIC_URL: 'https://maquette.example.com' }, 'https://maquette.example.com'],
    [{ MAQUETTE_PUBLIC_URL: 'https://maquette.example.com/' }, 'https://maquette.example.com'],
    [
      { MAQUETTE_PUBLIC_URL: 'https://a.example:8443', MAQUETTE_PORT: '1' },
      'https://a.example:8443',
    ],
  ])('of %j is %s', (environment, origin) => expect(proxyOrigin(environment)).toBe(origin))

  it.each(['0', '65536', '-1', '80a', '8.5', '1e3'])('refuses port %s', (port) =>
    expect(() => proxyOrigin({ MAQUETTE_PORT: port })).toThrow(/MAQUETTE_PORT must be a number/),
  )

  it.each([
    'http://maquette.example.com',
    'https://127.0.0.1:8787',
    'https://[::1]',
    'https://mybox',
    'https://Maquette.example.com',
    'https://my_host.example.com',
    'https://maquette.example.com/path',
    'https://maquette.example.com?x',
    'https://user@maquette.example.com',
    'https://*.example.com',
    'maquette.example.com',
  ])('refuses address %s', (url) =>
    expect(() => proxyOrigin({ MAQUETTE_PUBLIC_URL: url })).toThrow(/MAQUETTE_PUBLIC_URL must be/),
  )
})
