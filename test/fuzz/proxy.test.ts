import { expect, it } from 'vitest'
import { fuzzProxy } from './fuzz-proxy.ts'

it('no request breaks the proxy, and what it refuses changes nothing', async () => {
  const { sent, refused } = await fuzzProxy(1500)
  expect(sent).toBeGreaterThanOrEqual(1500)
  expect(refused).toBeGreaterThan(sent / 2)
}, 120_000)
