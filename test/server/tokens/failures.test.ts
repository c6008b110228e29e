import { describe, expect, it } from 'vitest'
import { addressGroup } from '../../../server/tokens/address-group.ts'
import { createFailureLimit } from '../../../server/tokens/failure-limit.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { startProxy } from '../start-proxy.ts'

const WRONG = { authorization: 'Bearer wrong' }

const open = async (trustedHops = 0) => {
  const clock = createManualClock()
  const hosting = { host: null, token: null, publicUrl: null, trustedHops }
  const started = await startProxy({ clock, config: { hosting } })
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await started.request('/v1/status', { headers })).status
  const fail = async (times: number, headers: Record<string, string> = {}): Promise<number[]> => {
    const statuses = []
    for (let time = 0; time < times; time += 1) statuses.push(await ask({ ...WRONG, ...headers }))
    return statuses
  }
  return { ...started, clock, ask, fail }
}
const TEN = Array.from({ length: 10 }, () => 401)

describe('wrong tokens', () => {
  it('are refused with words and a time to wait after ten in a minute', async () => {
    const { clock, fail, refusal, request, logged } = await open()
    expect(await fail(10)).toEqual(TEN)
    clock.advance(20_000)
    expect(await refusal('/v1/status', { headers: WRONG })).toMatchObject({
      status: 429,
      code: 'rate_limited',
      message: expect.stringMatching(/^Too many wrong tokens .* wait a minute\.$/) as string,
    })
    const { headers } = await request('/v1/status', { headers: WRONG })
    expect(headers.get('retry-after')).toBe('40')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    clock.advance(40_000)
    expect(await fail(11)).toEqual([...TEN, 429])
    expect(logged.filter((line) => line.includes('sends wrong tokens'))).toHaveLength(2)
    expect(logged.join('')).not.toContain('Bearer')
  })

  it('keep nobody out who has a good one, on the same address or another', async () => {
    const { fail, ask, port, proxy } = await open()
    expect((await fail(12)).at(-1)).toBe(429)
    expect(await ask({})).toBe(200)
    const other = (authorization: string) =>
      fetch(`http://[::1]:${port}/v1/status`, { headers: { authorization } })
    expect((await other(`Bearer ${proxy.token}`)).status).toBe(200)
    expect((await other('Bearer wrong')).status).toBe(401)
  })

  it('are not what a request without a token is', async () => {
    const { ask } = await open()
    for (let time = 0; time < 20; time += 1) expect(await ask({ authorization: '' })).toBe(401)
  })

  it('are of the one who connects, whatever is forwarded, when no proxy is trusted', async () => {
    const { fail } = await open()
    for (let time = 0; time < 10; time += 1) await fail(1, { 'x-forwarded-for': `10.0.0.${time}` })
    expect(await fail(1, { 'x-forwarded-for': '10.0.0.99' })).toEqual([429])
  })

  it('are of the client behind as many proxies as are trusted', async () => {
    const { fail } = await open(2)
    const from = (client: string) => ({ 'x-forwarded-for': `${client}, 10.0.0.1` })
    expect(await fail(11, from('203.0.113.7'))).toEqual([...TEN, 429])
    // What the client puts before is its own invention.
    expect(await fail(1, from('198.51.100.1, 203.0.113.7'))).toEqual([429])
    expect(await fail(1, from('203.0.113.8'))).toEqual([401])
  })

  it.each(['', 'nonsense', 'unknown, 203.0.113.7'])(
    'are of the one who connects where the trusted proxies say no address: “%s”',
    async (forwarded) => {
      const { fail } = await open(2)
      await fail(10)
      expect(await fail(1, { 'x-forwarded-for': forwarded })).toEqual([429])
    },
  )
})

describe('createFailureLimit', () => {
  it('remembers so many addresses and forgets the oldest', () => {
    const limit = createFailureLimit(createManualClock(), 2)
    const fail = (address: string, times: number) => {
      for (let time = 1; time < times; time += 1) limit.count(address)
      return limit.count(address)
    }
    expect(fail('10.0.0.1', 11)).toEqual({ seconds: 60, isFirst: true })
    expect(fail('10.0.0.2', 12)).toEqual({ seconds: 60, isFirst: false })
    expect(fail('10.0.0.3', 1)).toBeNull()
    expect(limit.count('10.0.0.2')).not.toBeNull()
    expect(limit.count('10.0.0.1')).toBeNull()
  })
})

describe('addressGroup', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('takes %s as %s', (address, group) => expect(addressGroup(address)).toBe(group))
})
