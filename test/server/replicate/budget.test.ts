import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { USUAL_CAPS } from '../../../server/budget/caps.ts'
import { contract } from '../../../shared/contract/index.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { jobRequest } from '../job-request.ts'
import { runProcess } from '../run-process.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { MODEL, openReplicate, TOKEN } from './open-replicate.ts'

/** Of one picture by the usual model. */
const SECONDS = 6.9
const USD = SECONDS * 0.001525
const about = (usd: number): unknown => expect.closeTo(usd, 6)

describe('the caps', () => {
  it('let through what there is room for, and no press more, however many come at once', async () => {
    const { fake, start } = await openReplicate()
    const caps = { ...USUAL_CAPS, perDay: 3 * USD + 0.001 }
    const { ended, request, call } = await start({ config: { caps } })
    // No room comes back by a run that is over before the last press came in.
    fake.script.run({ predictTime: SECONDS, times: 3 })
    // The model is known then, so that all presses come to the caps together.
    await call('describeModel', '/v1/models?name=maker/nua-figurine')
    const presses = await Promise.all(
      Array.from({ length: 50 }, () =>
        request('/v1/jobs', { json: jobRequest({ count: 1 }) }).then(({ status }) => status),
      ),
    )
    expect(presses.filter((status) => status === 202)).toHaveLength(3)
    expect(presses.filter((status) => status === 402)).toHaveLength(47)
    const { jobs } = await call('listJobs', '/v1/jobs')
    const measured = await Promise.all(jobs.map(({ id }) => ended(id)))
    expect(fake.count('createPrediction')).toBe(3)
    expect(fake.ledger).toHaveLength(3)
    const { day, drafts } = await call('getBudget', '/v1/budget')
    expect(day).toMatchObject({ spent: about(3 * USD), reserved: 0, left: about(0.001) })
    expect(measured.map(({ cost }) => cost!.usd)).toEqual([about(USD), about(USD), about(USD)])
    expect(drafts).toBe(3)
    const { budget } = await call('getStatus', '/v1/status')
    expect(budget).toEqual({
      perJob: caps.perJob,
      perTraining: caps.perTraining,
      perDay: caps.perDay,
      spentToday: day.spent,
      reserved: 0,
    })
  })
})

describe('the ledger', () => {
  it('of a proxy that is killed between promise and bill forgets nothing and counts nothing twice', async () => {
    // Replicate's time, in which runs end when they are let.
    const clock = createManualClock(Date.now())
    const { fake, url } = await openReplicate({ clock })
    const environment = {
      MAQUETTE_DATA: temporaryFolder(),
      REPLICATE_API_TOKEN: TOKEN,
      MAQUETTE_REPLICATE_URL: `${url}/v1`,
      MAQUETTE_MODEL: MODEL,
      MAQUETTE_MAX_USD_PER_DAY: String(3 * USD + 0.001),
    }
    const run = async () => {
      const { child, end, started } = runProcess(environment)
      const { ask, list } = await started()
      return {
        /** Until the jobs, newest first, stand like this. */
        until: (states: readonly string[]) =>
          expect
            .poll(async () => (await list()).map(({ state }) => state), { timeout: 15_000 })
            .toEqual(states),
        press: async () => (await ask('/v1/jobs', jobRequest({ count: 1 }))).status,
        day: async () =>
          v.parse(contract.getBudget.response, await (await ask('/v1/budget')).json()).day,
        kill: async () => {
          child.kill('SIGKILL')
          await end()
        },
      }
    }
    const inFlight = { spent: about(USD), reserved: about(2 * USD), left: about(0.001) }

    const first = await run()
    fake.script.run({ predictTime: SECONDS, times: 3 })
    expect(await first.press()).toBe(202)
    await first.until(['running'])
    clock.advance(10_000)
    await first.until(['succeeded'])
    expect(await first.press()).toBe(202)
    await first.until(['running', 'succeeded'])
    fake.script.next({ on: 'createPrediction', respond: 'hang-after-accept' })
    expect(await first.press()).toBe(202)
    await expect.poll(() => fake.ledger.length, { timeout: 5000 }).toBe(3)
    expect(await first.day()).toMatchObject(inFlight)
    expect(await first.press()).toBe(402)
    await first.kill()

    const second = await run()
    expect(await second.day()).toMatchObject(inFlight)
    expect(await second.press()).toBe(402)
    clock.advance(10_000)
    await second.until(['succeeded', 'succeeded', 'succeeded'])
    expect(await second.day()).toMatchObject({ spent: about(3 * USD), reserved: 0 })
    expect(fake.ledger).toHaveLength(3)
    expect(fake.count('createPrediction')).toBe(3)
  })
})
