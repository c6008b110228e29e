import { expect, it } from 'vitest'
import { jobRequest } from '../job-request.ts'
import { runProcess } from '../run-process.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { MODEL, openReplicate, TOKEN } from './open-replicate.ts'

it('a proxy that is killed before Replicate answers finds its pictures again, paid once', async () => {
  const { fake, url } = await openReplicate()
  const environment = {
    MAQUETTE_DATA: temporaryFolder(),
    REPLICATE_API_TOKEN: TOKEN,
    MAQUETTE_REPLICATE_URL: `${url}/v1`,
    MAQUETTE_MODEL: MODEL,
  }
  const first = runProcess(environment)
  const before = await first.started()
  fake.script.next({ on: 'createPrediction', respond: 'hang-after-accept', times: 2 })
  expect((await before.ask('/v1/jobs', jobRequest({ count: 4 }))).status).toBe(202)
  await expect.poll(() => fake.ledger.length, { timeout: 10_000 }).toBe(4)
  first.child.kill('SIGKILL')
  await first.end()

  const second = runProcess(environment)
  const after = await second.started()
  await expect
    .poll(async () => (await after.list()).map(({ state }) => state), { timeout: 15_000 })
    .toEqual(['succeeded'])
  const [job] = await after.list()
  expect(job!.warnings).toEqual([])
  expect(new Set(job!.outputs.map(({ file }) => file)).size).toBe(4)
  expect(fake.ledger).toHaveLength(4)
  expect(fake.count('createPrediction')).toBe(4)
  const said = [first.said, second.said].map(({ out, err }) => out + err).join('\n')
  expect(said).not.toContain(TOKEN)
})
