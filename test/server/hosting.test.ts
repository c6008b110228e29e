import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import type { Hosting } from '../../server/hosting.ts'
import { isOpenWithoutTls } from '../../server/hosting.ts'
import { rawRequest, statusOf } from './raw-request.ts'
import { runProcess } from './run-process.ts'
import { startProxy, temporaryFolder } from './start-proxy.ts'

const GIVEN = 'a-token-of-a-container-0123456789'
const PUBLIC = 'https://maquette.example.com'

const hosting = (changes: Partial<Hosting>): { hosting: Hosting } => ({
  hosting: { host: null, token: null, publicUrl: null, trustedHops: 0, ...changes },
})

describe('where the proxy listens', () => {
  /** Another address of this machine, as other machines see it; there is none without a network. */
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address !== undefined && !address.internal && address.family === 'IPv4')

  const answers = (port: number, address: string): Promise<boolean> =>
    rawRequest(port, { target: '/healthz', headers: ['Host: localhost'], address }).then(
      (answer) => statusOf(answer) === 200,
      () => false,
    )

  it('is this machine alone, unless told otherwise', async () => {
    const { port } = await startProxy()
    expect(await answers(port, '127.0.0.1')).toBe(true)
    expect(await answers(port, '127.0.0.2')).toBe(false)
    if (outside) expect(await answers(port, outside.address)).toBe(false)
  })

  it('is every address when told so', async () => {
    const { port } = await startProxy({ config: hosting({ host: '0.0.0.0', publicUrl: PUBLIC }) })
    expect(await answers(port, '127.0.0.1')).toBe(true)
    if (outside) expect(await answers(port, outside.address)).toBe(true)
  })

  it('is one address when told so', async () => {
    const { port } = await startProxy({ config: hosting({ host: '::1' }) })
    expect(await answers(port, '::1')).toBe(true)
    expect(await answers(port, '127.0.0.1')).toBe(false)
  })

  it.each([
    [{ host: '0.0.0.0' }, true],
    [{ host: '::' }, true],
    [{ host: '192.168.0.2' }, true],
    [{ host: '0.0.0.0', publicUrl: PUBLIC }, false],
    [{ host: '127.0.0.1' }, false],
    [{ host: '::1' }, false],
    [{}, false],
  ])('with %o is warned of: %s', (changes, isWarned) => {
    expect(isOpenWithoutTls(hosting(changes).hosting)).toBe(isWarned)
  })

  it('is warned of in the log where others reach it without TLS', async () => {
    const { logged } = await startProxy({ config: hosting({ host: '0.0.0.0' }) })
    expect(logged.join('')).toContain('Others reach this port without TLS')
  })
})

describe('HSTS', () => {
  const header = async (publicUrl: string | null): Promise<string | null> => {
    const { request } = await startProxy({ config: hosting({ publicUrl }) })
    return (await request('/v1/status')).headers.get('strict-transport-security')
  }

  it('is asked for by a proxy with a public address, and no other', async () => {
    expect(await header(PUBLIC)).toBe('max-age=31536000')
    expect(await header(null)).toBeNull()
  })
})

describe('node server/index.ts for a team', () => {
  it.each([
    [{ MAQUETTE_HOST: '0.0.0.0', MAQUETTE_TOKEN: 'short' }, /^MAQUETTE_TOKEN is at least 32/m],
    [{ MAQUETTE_HOST: 'everywhere' }, /^MAQUETTE_HOST is an IP address/m],
    [{ MAQUETTE_HOST: '192.0.2.1' }, /^This machine has no address 192\.0\.2\.1/m],
    [{ MAQUETTE_PUBLIC_URL: 'https://10.0.0.5' }, /^MAQUETTE_PUBLIC_URL must be like https:/m],
    [{ MAQUETTE_TRUSTED_HOPS: 'all' }, /^MAQUETTE_TRUSTED_HOPS is a whole number/m],
  ])('does not start with %o, and says why', async (environment, words) => {
    const { said, end } = runProcess({ MAQUETTE_DATA: temporaryFolder(), ...environment })
    expect(await end()).toBe(1)
    expect(said.err).toMatch(words)
    expect(said.err).not.toMatch(/short|everywhere|10\.0\.0\.5|\bat \//)
    expect(said.out).toBe('')
  })

  it('says its public address, and nothing of a token that it was given', async () => {
    const { child, said, end } = runProcess({
      MAQUETTE_DATA: temporaryFolder(),
      MAQUETTE_TOKEN: GIVEN,
      MAQUETTE_PUBLIC_URL: PUBLIC,
    })
    await expect.poll(() => said.out, { timeout: 10_000 }).toContain('Ctrl+C')
    expect(said.out).toContain(`Studio   ${PUBLIC}/#token=…`)
    expect(said.out).toContain('the one in MAQUETTE_TOKEN')
    child.kill('SIGTERM')
    expect(await end()).toBe(0)
    expect(said.out + said.err).not.toContain(GIVEN)
  })
})
