import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureRequest } from '../../../../server/engines/engine.ts'
import type { Json } from '../../../../shared/json.ts'
import type { Bench } from './open-engine.ts'
import { NEVER, openBench, PICTURE } from './open-engine.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const lose = async (picture: Partial<PictureRequest> = {}) => {
  const dispatchedAt = bench.clock.now()
  bench.fake.script.next({ on: 'createPrediction', respond: 'reset-after-accept' })
  const lost = { ...PICTURE, ...picture }
  await expect(bench.engine.start(lost, NEVER)).rejects.toMatchObject({ code: 'timeout' })
  return { picture: lost, dispatchedAt }
}
const recover = (
  lost: { picture: PictureRequest; dispatchedAt: number },
  owned: readonly Json[] = [],
) => bench.engine.recover({ ...lost, owned }, NEVER)

describe('a start whose answer was lost', () => {
  it.each(['maker/nua-figurine', 'black-forest-labs/flux-dev'])(
    'is found again on %s, and its picture arrives, paid once',
    async (model) => {
      const lost = await lose({ model })
      const handle = await recover(lost)
      expect(handle).toMatchObject({ id: bench.fake.ledger[0]!.id })
      expect((await bench.follow(handle)).at(-1)).toMatchObject({ type: 'finished' })
      expect(bench.fake.ledger).toHaveLength(1)
    },
  )

  it('is looked for while the list lags behind', async () => {
    const lost = await lose()
    bench.fake.script.listLag(40_000)
    expect(await recover(lost)).toMatchObject({ id: bench.fake.ledger[0]!.id })
    expect(bench.fake.count('listPredictions')).toBeGreaterThan(5)
  })

  it('is given up after a minute, and nothing is started', async () => {
    const lost = await lose()
    bench.fake.script.listLag(10 * 60_000)
    const from = bench.clock.now()
    expect(await recover(lost)).toBeNull()
    expect(bench.clock.now() - from).toBeGreaterThanOrEqual(60_000)
    expect(bench.clock.now() - from).toBeLessThan(70_000)
    expect(bench.fake.ledger).toHaveLength(1)
  })

  it('is found when Replicate is back, after being down for longer than that', async () => {
    const lost = await lose()
    bench.fake.script.next({ on: 'listPredictions', respond: { status: 503 }, times: 100 })
    const from = bench.clock.now()
    expect(await recover(lost)).toMatchObject({ id: bench.fake.ledger[0]!.id })
    expect(bench.clock.now() - from).toBeGreaterThan(2 * 60_000)
  })

  it('is given up when Replicate is down for as long as it keeps an input', async () => {
    const lost = await lose()
    bench.fake.script.next({ on: 'listPredictions', respond: { status: 503 }, times: Infinity })
    const from = bench.clock.now()
    expect(await recover(lost)).toBeNull()
    expect(bench.clock.now() - from).toBeGreaterThanOrEqual(3_600_000)
    expect(bench.fake.ledger).toHaveLength(1)
  })

  it('is not found when its input is deleted already', async () => {
    const lost = await lose()
    bench.fake.script.removeData(bench.fake.ledger[0]!.id)
    expect(await recover(lost)).toBeNull()
  })

  it('is nobody else’s run: not one with another seed, version, or owner', async () => {
    const other = await bench.engine.start({ ...PICTURE, seed: 43 }, NEVER)
    const older = await bench.engine.start({ ...PICTURE, model: 'maker/nua-figurine-2024' }, NEVER)
    const twin = await bench.engine.start(PICTURE, NEVER)
    const never = { picture: PICTURE, dispatchedAt: bench.clock.now() }
    expect(await recover(never, [other, older, twin])).toBeNull()
    const lost = await lose()
    expect(await recover(lost, [other, older, twin])).toMatchObject({
      id: bench.fake.ledger.at(-1)!.id,
    })
  })

  it('is found behind a hundred others', async () => {
    const lost = await lose()
    await Promise.all(
      Array.from({ length: 130 }, (_, at) =>
        bench.engine.start({ ...PICTURE, seed: 1000 + at }, NEVER),
      ),
    )
    expect(await recover(lost)).toMatchObject({ id: bench.fake.ledger[0]!.id })
  })

  it('stops looking when the signal aborts', async () => {
    const lost = await lose()
    bench.fake.script.listLag(10 * 60_000)
    const stop = new AbortController()
    stop.abort()
    expect(await bench.engine.recover({ ...lost, owned: [] }, stop.signal)).toBeNull()
    expect(bench.fake.count('listPredictions')).toBe(0)
  })
})
