import * as v from 'valibot'
import { expect, it } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { TOKEN } from '../replicate/open-replicate.ts'
import { runProcess } from '../run-process.ts'
import { openTraining } from './open-training.ts'

it('a proxy that is killed again and again while it trains loses nothing and pays once', async () => {
  const { fake, url, proxy, request } = await openTraining({
    timing: { startMs: 20, runMs: 8_000 },
  })
  await proxy.stop()
  const environment = {
    MAQUETTE_DATA: proxy.data,
    REPLICATE_API_TOKEN: TOKEN,
    MAQUETTE_REPLICATE_URL: `${url}/v1`,
  }
  const json = request()
  const startAgain = async () => {
    const process = runProcess(environment)
    const { ask } = await process.started()
    const training = async () =>
      v.parse(contract.getTraining.response, await (await ask(`/v1/trainings/${json.id}`)).json())
        .training
    const kill = async () => {
      process.child.kill('SIGKILL')
      await process.end()
    }
    return { ask, training, kill }
  }

  // Killed while the pieces are on their way.
  fake.script.next({ on: 'createFile', respond: 'hang' })
  const first = await startAgain()
  const { dataset, datasetVersion } = json
  const checks = async () =>
    v.parse(
      contract.checkVersion.response,
      await (await first.ask(`/v1/datasets/${dataset}/versions/${datasetVersion}/checks`)).json(),
    )
  await expect.poll(async () => (await checks()).report.state).toBe('done')
  expect((await first.ask('/v1/trainings', json)).status).toBe(202)
  await expect.poll(() => fake.count('createFile'), { timeout: 10_000 }).toBe(1)
  await first.kill()

  // Killed before Replicate answers the start.
  fake.script.next({ on: 'createTraining', respond: 'hang-after-accept' })
  const second = await startAgain()
  await expect.poll(() => fake.ledger.length, { timeout: 10_000 }).toBe(1)
  await second.kill()

  // Killed in the middle of the training.
  const third = await startAgain()
  await expect
    .poll(async () => (await third.training()).progress.step, { timeout: 10_000, interval: 50 })
    .toBeGreaterThan(0)
  await third.kill()

  // Killed while the weights are on their way.
  fake.script.next({ on: 'delivery', respond: 'hang' })
  const fourth = await startAgain()
  await expect.poll(() => fake.count('delivery'), { timeout: 20_000 }).toBe(1)
  expect((await fourth.training()).result?.version).toBe(1)
  await fourth.kill()

  const last = await startAgain()
  await expect
    .poll(async () => (await last.training()).state, { timeout: 10_000 })
    .toBe('succeeded')
  const done = await last.training()
  expect(done).toMatchObject({ warnings: [], result: { version: 1, weights: { rank: 16 } } })
  expect(done.losses.length).toBeGreaterThan(10)
  const { styles } = v.parse(
    contract.listStyles.response,
    await (await last.ask('/v1/styles')).json(),
  )
  expect(styles[0]?.versions).toHaveLength(1)
  const { day } = v.parse(contract.getBudget.response, await (await last.ask('/v1/budget')).json())
  expect(day).toMatchObject({ spent: done.cost?.usd, reserved: 0 })
  expect(fake.ledger).toHaveLength(1)
  expect(fake.count('createTraining')).toBe(1)
}, 90_000)
