import { afterAll, beforeAll } from 'vitest'
import { createReplicateEngine } from '../../../../server/engines/replicate/create-replicate-engine.ts'
import { engineConformance } from '../../../conformance/engine.ts'
import type { Bench } from './open-engine.ts'
import { openBench, TOKEN } from './open-engine.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

engineConformance('Replicate', (pace) => {
  bench.fake.script.clear()
  if (pace === 'endless') bench.fake.script.run({ outcome: 'stuck-starting', times: Infinity })
  return createReplicateEngine({
    token: TOKEN,
    baseUrl: `${bench.url}/v1`,
    model: 'maker/nua-figurine',
    files: { read: () => Promise.resolve(null) },
    clock: bench.clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
})
