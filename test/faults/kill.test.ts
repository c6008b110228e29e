import { expect, it } from 'vitest'
import { killPoints } from './kill-points.ts'
import { killProxies } from './kill-proxies.ts'

it('loses nothing and pays nothing twice, wherever the proxy is killed', async () => {
  const { hitsOf } = await killProxies({ hits: 1, lanes: 2 })
  for (const point of killPoints) expect(hitsOf(point), point).toBeGreaterThanOrEqual(1)
}, 180_000)
