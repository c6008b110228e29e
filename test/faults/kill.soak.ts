import { expect, it } from 'vitest'
import { killPoints } from './kill-points.ts'
import { killProxies } from './kill-proxies.ts'

const HITS = 10
const JOBS = 200

it('loses nothing and pays nothing twice over hundreds of jobs and kills', async () => {
  const { hitsOf, jobs } = await killProxies({ hits: HITS, lanes: 3 })
  expect(jobs).toBeGreaterThanOrEqual(JOBS)
  for (const point of killPoints) expect(hitsOf(point), point).toBeGreaterThanOrEqual(HITS)
}, 900_000)
