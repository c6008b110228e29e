import { expect, it } from 'vitest'
import { jobRequest } from '../job-request.ts'
import { runProcess } from '../run-process.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { MODEL, openReplicate, TOKEN } from './open-replicate.ts'

/** A proxy of its own process, whose one picture trickles in for so long. */
const openTrickle = async (slowMs: number) => {
  const { fake, url } = await openReplicate()
  const environment = {
    MAQUETTE_DATA: temporaryFolder(),
    REPLICATE_API_TOKEN: TOKEN,
    MAQUETTE_REPLICATE_URL: `${url}/v1`,
    MAQUETTE_MODEL: MODEL,
  }
  fake.script.next({ on: 'delivery', respond: { slowMs } })
  const open = () => runProcess(environment)
  const first = open()
  const { ask } = await first.started()
  expect((await ask('/v1/jobs', jobRequest({ count: 1 }))).status).toBe(202)
  await expect.poll(() => fake.count('delivery'), { timeout: 15_000 }).toBe(1)
  return { fake, first, open }
}

it('a proxy that is asked to stop finishes the picture that is on its way', async () => {
  const { fake, first, open } = await openTrickle(1500)
  first.child.kill('SIGTERM')
  expect(await first.end()).toBe(0)
  const { list } = await open().started()
  expect((await list()).map(({ state, outputs }) => [state, outputs.length])).toEqual([
    ['succeeded', 1],
  ])
  expect(fake.count('delivery')).toBe(1)
})

it('one that is asked twice stops at once, and the next one fetches the picture', async () => {
  const { fake, first, open } = await openTrickle(20_000)
  first.child.kill('SIGTERM')
  const began = Date.now()
  await new Promise((resolve) => setTimeout(resolve, 600))
  first.child.kill('SIGTERM')
  expect(await first.end()).toBe(1)
  expect(Date.now() - began).toBeLessThan(3000)
  const { list } = await open().started()
  await expect
    .poll(async () => (await list()).map(({ state }) => state), { timeout: 15_000 })
    .toEqual(['succeeded'])
  expect(fake.count('delivery')).toBe(2)
  expect(fake.ledger).toHaveLength(1)
})
