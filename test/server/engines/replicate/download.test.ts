import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../../server/engines/replicate/picture/is-public-address.ts'
import { isTrusted } from '../../../../server/engines/replicate/picture/is-trusted.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'
import type { BadPicture, Fault } from '../../../fakes/replicate/script.ts'
import { containing } from './matchers.ts'
import type { Bench } from './open-engine.ts'
import { openBench, TOKEN } from './open-engine.ts'

let bench: Bench
let requests: { readonly url: string; readonly headers: Headers }[]
const watched: typeof fetch = (input, init) => {
  const request = new Request(input, init)
  requests.push({ url: request.url, headers: request.headers })
  return fetch(input, init)
}
beforeEach(async () => {
  requests = []
  bench = await openBench({ fetch: watched })
})
afterEach(() => bench.close())

const spoil = (respond: Fault | BadPicture, times = 1) =>
  bench.fake.script.next({ on: 'delivery', respond, times })
const lastOf = async () => (await bench.draw()).at(-1)!

describe('a delivered picture', () => {
  it.each<[string, Fault | BadPicture]>([
    ['empty', 'empty'],
    ['truncated', 'truncated'],
    ['in HTML', 'html'],
    ['in JSON', 'json'],
    ['a GIF', 'gif'],
    ['cut off', 'cut'],
    ['reset', 'reset-before'],
    ['a 503', { status: 503, body: '<h1>Later</h1>' }],
    ['a 404 for a moment', { status: 404, body: '' }],
    ['redirected within the host', { redirectTo: '/delivery/nobody/out-0.png' }],
  ])('that is %s once is fetched again', async (_, bad) => {
    spoil(bad)
    expect(await lastOf()).toMatchObject({ type: 'finished' })
    expect(bench.fake.count('createPrediction')).toBe(1)
  })

  it.each<[string, BadPicture]>([
    ['empty', 'empty'],
    ['truncated', 'truncated'],
    ['HTML', 'html'],
    ['JSON', 'json'],
    ['a GIF', 'gif'],
  ])('that stays %s is said, with its price', async (_, bad) => {
    spoil(bad, 10)
    expect(await lastOf()).toMatchObject({
      type: 'failed',
      error: { code: 'bad_answer', charged: 'yes', message: containing('damaged') },
      cost: { estimate: true },
    })
  })

  it.each<BadPicture>(['huge', 'huge-unannounced'])('of 50 MB (%s) is not read', async (bad) => {
    spoil(bad)
    expect(await lastOf()).toMatchObject({
      type: 'failed',
      error: { charged: 'yes', message: containing('larger than 20 MB') },
    })
    expect(bench.fake.count('delivery')).toBe(1)
  })

  it('that is gone is said', async () => {
    spoil({ status: 404, body: '<h1>404</h1>' }, 10)
    expect(await lastOf()).toMatchObject({
      type: 'failed',
      error: { code: 'expired', charged: 'yes' },
    })
  })

  it.each([
    'http://127.0.0.1:1/secret.png',
    'http://169.254.169.254/latest/meta-data',
    'https://example.com/a.png',
    'file:///etc/passwd',
    'https://replicate.delivery.evil.example/a.png',
  ])('is not followed to %s', async (redirectTo) => {
    spoil({ redirectTo })
    expect(await lastOf()).toMatchObject({
      type: 'failed',
      error: { code: 'bad_answer', message: containing('not belong to Replicate') },
    })
    expect(requests.some(({ url }) => url === redirectTo)).toBe(false)
  })

  it('is not fetched from a trusted name that leads into this network', async () => {
    const inside = await openBench({
      fetch: watched,
      lookup: () => Promise.resolve(['93.184.216.34', '10.0.0.7']),
    })
    inside.fake.script.run({ output: () => 'https://x.replicate.delivery/a.png' })
    expect((await inside.draw()).at(-1)).toMatchObject({ type: 'failed' })
    expect(requests.some(({ url }) => url.includes('delivery/a.png'))).toBe(false)
    await inside.close()
  })

  it('is fetched without the token', async () => {
    await bench.draw()
    const [delivery, ...others] = requests.filter(({ url }) => url.includes('/delivery/'))
    expect(others).toEqual([])
    expect([...delivery!.headers.values()].join()).not.toContain(TOKEN)
    const api = requests.filter(({ url }) => url.includes('/v1/'))
    expect(api.every(({ headers }) => headers.get('authorization') === `Bearer ${TOKEN}`)).toBe(
      true,
    )
  })

  it('is never asked for with a connection that is held open', async () => {
    await bench.draw()
    expect(requests.some(({ headers }) => headers.has('prefer'))).toBe(false)
  })

  it.each([
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
  ] as const)('comes as %s, also from a model that writes another format', async (format, type) => {
    for (const model of ['maker/nua-figurine', 'stability-ai/sdxl']) {
      const end = (await bench.draw({ model, format })).at(-1)!
      expect(end.type === 'finished' && readImageHeader(end.bytes)).toMatchObject({ type })
    }
  })
})

describe('a host', () => {
  const own = new URL('http://127.0.0.1:8788/v1')
  it.each([
    ['https://replicate.delivery/a.png', true],
    ['https://pbxt.replicate.delivery/a.png', true],
    ['http://127.0.0.1:8788/delivery/a.png', true],
    ['http://replicate.delivery/a.png', false],
    ['https://replicate.delivery:8443/a.png', false],
    ['https://user@replicate.delivery/a.png', false],
    ['https://replicate.delivery.evil.example/a.png', false],
    ['https://notreplicate.delivery/a.png', false],
    ['http://127.0.0.1:8789/a.png', false],
    ['http://localhost:8788/a.png', false],
    ['https://api.replicate.com/a.png', false],
    ['ftp://replicate.delivery/a.png', false],
  ])('%s is trusted: %s', (url, trusted) => {
    expect(isTrusted(new URL(url), own)).toBe(trusted)
  })
})

describe('an address', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::10.0.0.1', false],
    ['2002:7f00:1::', false],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic)
  })
})
